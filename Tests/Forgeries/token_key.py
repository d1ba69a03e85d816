"""A hardware token in software: sk-ssh-ed25519 keys that were touched, or were not.

`ssh-keygen` can't sign with such a key unless a token is plugged in, and no token signs without a
touch. So Ed25519 itself stands here (RFC 8032, slow and for tests only), and its signatures are
held against `ssh-keygen -Y verify` like all others.
"""
import base64
import hashlib
import struct

P = 2 ** 255 - 19
ORDER = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)
TYPE = "sk-ssh-ed25519@openssh.com"


def _recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    return P - x if x & 1 != sign else x


def _add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _times(number, point):
    product = (0, 1, 1, 0)
    while number:
        if number & 1:
            product = _add(product, point)
        point, number = _add(point, point), number >> 1
    return product


def _bytes(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


_Y = 4 * pow(5, P - 2, P) % P
_X = _recover_x(_Y, 0)
BASE = (_X, _Y, 1, _X * _Y % P)


def _number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % ORDER


def _string(data):
    return struct.pack(">I", len(data)) + data


class Token:
    def __init__(self, seed):
        digest = bytearray(hashlib.sha512(seed).digest())
        digest[0] &= 248
        digest[31] = digest[31] & 63 | 64
        self._secret, self._prefix = int.from_bytes(digest[:32], "little"), bytes(digest[32:])
        self._point = _bytes(_times(self._secret, BASE))
        self._blob = _string(TYPE.encode()) + _string(self._point) + _string(b"ssh:")

    @property
    def public(self):
        return f"{TYPE} {base64.b64encode(self._blob).decode()}"

    def _sign(self, message):
        nonce = _number(self._prefix, message)
        point = _bytes(_times(nonce, BASE))
        rest = (nonce + _number(point, self._point, message) * self._secret) % ORDER
        return point + rest.to_bytes(32, "little")

    def sign(self, namespace, message, touched=True, counter=7):
        """An armoured SSHSIG as a token gives it; `touched` is the bit of user presence."""
        told = (b"SSHSIG" + _string(namespace.encode()) + _string(b"") + _string(b"sha512")
                + _string(hashlib.sha512(message).digest()))
        said = bytes([1 if touched else 0]) + struct.pack(">I", counter)
        signature = self._sign(hashlib.sha256(b"ssh:").digest() + said + hashlib.sha256(told).digest())
        blob = _string(TYPE.encode()) + _string(signature) + said
        raw = (b"SSHSIG" + struct.pack(">I", 1) + _string(self._blob) + _string(namespace.encode())
               + _string(b"") + _string(b"sha512") + _string(blob))
        text = base64.b64encode(raw).decode("ascii")
        lines = [text[at:at + 70] for at in range(0, len(text), 70)]
        return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----"])
