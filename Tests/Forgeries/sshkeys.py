"""Keys and signatures, made by the real `ssh-keygen`.

Keys are kept in a folder, so that two runs over the same folder write the same directories: Ed25519
signs the same bytes the same way. For that reason signatures are kept as well.
"""
import atexit
import base64
import hashlib
import json
import os
import subprocess

from token_key import Token

BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"


class Key:
    """A key pair in a file, or in a made-up hardware token."""

    def __init__(self, ring, name, path, public, token=None):
        self.ring, self.name, self.path, self.token = ring, name, path, token
        self.type, self.base64 = public.split()[:2]

    @property
    def public(self):
        return f"{self.type} {self.base64}"

    @property
    def fingerprint(self):
        digest = hashlib.sha256(base64.b64decode(self.base64)).digest()
        return "SHA256:" + base64.b64encode(digest).decode().rstrip("=")

    def sign(self, namespace, message, **token_options):
        """The armoured SSHSIG, its lines parted by LF, no LF at the end."""
        return self.ring.sign(self, namespace, message, **token_options)


class KeyRing:
    """Every key of a made-up world, honest ones and forgers' ones."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, mode=0o700, exist_ok=True)
        self.keys, self.made = {}, 0
        self.store = os.path.join(folder, "signatures.json")
        self.signatures = {}
        if os.path.exists(self.store):
            with open(self.store, encoding="ascii") as file:
                self.signatures = json.load(file)
        atexit.register(self.save)

    def save(self):
        if self.made:
            with open(self.store + ".next", "w", encoding="ascii") as file:
                json.dump(self.signatures, file)
            os.replace(self.store + ".next", self.store)
            self.made = 0

    def key(self, name, kind="ed25519"):
        """The key of that name, made when it is asked for first."""
        if name in self.keys:
            return self.keys[name]
        path = os.path.join(self.folder, name)
        if kind == "token":
            # The seed comes from a key of ssh-keygen, so that it is as random and as lasting.
            token = Token(hashlib.sha256(self.key(name + "-seed").public.encode()).digest())
            key = Key(self, name, None, token.public, token)
        else:
            if not os.path.exists(path):
                options = ["-b", "2048"] if kind == "rsa" else []
                subprocess.run(
                    ["ssh-keygen", "-q", "-t", kind, *options, "-N", "", "-C", name, "-f", path], check=True)
            with open(path + ".pub", encoding="ascii") as file:
                key = Key(self, name, path, file.read())
        self.keys[name] = key
        return key

    def by_fingerprint(self, fingerprint):
        return next((key for key in self.keys.values() if key.fingerprint == fingerprint), None)

    def by_public(self, public):
        return next((key for key in self.keys.values() if key.public == public), None)

    def sign(self, key, namespace, message, hash="sha512", **token_options):
        options = json.dumps(token_options, sort_keys=True)
        told = "\0".join([key.base64, namespace, hash, options]).encode() + b"\0" + message
        name = hashlib.sha256(told).hexdigest()
        if name not in self.signatures:
            self.made += 1
            if key.token:
                self.signatures[name] = key.token.sign(namespace, message, **token_options)
            else:
                run = subprocess.run(
                    ["ssh-keygen", "-q", "-Y", "sign", "-f", key.path, "-n", namespace, "-O", f"hashalg={hash}"],
                    input=message, capture_output=True, check=True)
                self.signatures[name] = run.stdout.decode("ascii").strip()
        return self.signatures[name]


def bytes_of(armoured):
    """The bytes within an armoured signature."""
    lines = armoured.split("\n")
    return base64.b64decode("".join(lines[1:-1]))


def armour(raw):
    text = base64.b64encode(raw).decode("ascii")
    return "\n".join([BEGIN, *(text[at:at + 70] for at in range(0, len(text), 70)), END])
