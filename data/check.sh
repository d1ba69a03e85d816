#!/bin/sh
# The stranger's check: what do these books and their signatures prove?
#
#   sh check.sh [-v]          in a folder with books/YEAR/OWNER.KIND.rec and heads.txt
#
# It believes nothing but the pages and the signatures on them. Keys, posts and who may sign what are
# read from the pages of the books of keys (OWNER.keys); lists beside the books are not looked at. It
# needs a POSIX shell and awk, sha256sum and ssh-keygen (OpenSSH 8.2 or later), and nothing of the
# program that wrote the books.
#
# It prints a line for each thing found wrong,
#
#   books/2026/QS.inspection.rec:41 J10 the signer was not entitled to this
#
# (file, page or 0 for the header, rule, sentence); what it left out; the fingerprint of the note of
# heads, to be compared with one on paper; and in the end “all agree” or “NOT ALL AGREE”. With -v also
# “page BOOK YEAR NUMBER counts|pending|unchecked|RULE” for each page and “entry BOOK YEAR NUMBER
# STATE” for each entry that has or awaits signatures.
#
# Exit status: 0 all agree (something may still wait for a signature), 1 something doesn't, 2 it could
# not be checked.

set -u
LC_ALL=C
export LC_ALL
umask 077

could_not() {
  echo "could not check / 无法核对: $1"
  echo "NOT ALL AGREE"
  exit 2
}

pages=0
case "${1-}" in
-v) pages=1 ;;
'') ;;
*) could_not "usage: sh check.sh [-v]" ;;
esac

for tool in awk sha256sum ssh-keygen find sort tr date mkdir rm; do
  command -v "$tool" > /dev/null 2>&1 || could_not "$tool is missing"
done
# Run from anywhere, it checks the bundle in which it lies.
test -d books || cd "$(dirname "$0")" || could_not "its own folder can't be entered"
test -d books || could_not "there is no folder books here"

work=${TMPDIR:-/tmp}/xunfang-check.$$
mkdir "$work" || could_not "no folder can be made in ${TMPDIR:-/tmp}"
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$work/v" "$work/b" "$work/m" "$work/s"

# Which fields a page has. One line a kind of page:
#
#   BOOK KIND FIELD:SHAPE FIELD:SHAPE …
#
# BOOK is the kind of book in which such pages stand; “*” is every book that has entries. Fields stand
# in their order. “?” behind a field: it may be left out. “!”: a correction never names it. A kind that
# is called as its book is an entry. The words without a shape stand for several fields: SIGN for Signer,
# Key, Entitled, Keys, Directory; WITH for With, WithKey; SIGN? and WITH? may be left out as a whole;
# CHANGES for the fields of the book's entry, each of which may be left out. “one(a,b)” is one of the
# words; the other shapes are told apart in the function shaped() below.
cat > "$work/kinds" << 'END'
# kinds begin
patrol patrol Team!:person Date!:day From:moment To:moment Weather?:code Mode?:codes Leader:person Officer?:person Present:people Absent?:absences Route?:text Points?:passed Focus?:codes Turnout?:codes Objects?:tallies Found?:codes Observed?:text Handling?:codes Handled?:text Intelligence?:one(yes) Handover?:text Settles?:numbers Paper?:line Late?!:line Remark?:text
inspection inspection Inspected!:person Date!:day From:moment To:moment Present:count Expected:count Absent?:absences Points:points Formation?:code Problems?:codes Found?:text Decision?:code By?:day Required?:text Settles?:numbers Statement?:text Answering?:person Mode?:codes Inspector!:person Inspecting!:person Paper?:line Late?!:line Remark?:text
handover handover Station!:person Date!:day From!:moment To!:moment Outgoing!:person Incoming!:person Out?!:out Open?!:open Keys?:tallies Equipment?:tallies Remark?:text
* correction Date:day Corrects:reference Follows:reference Reason:text Late?:line Cleared?:names CHANGES SIGN?
* void Date:day Corrects:reference Follows:reference Reason:text Late?:line SIGN?
* reopen Date:day Corrects:reference Follows:reference Reason:text SIGN
* signature Date:day Signs:reference As:one(inspector,inspected,recorder,outgoing,incoming) SIGN
* refusal Date:day Signs:reference Refused:person RefusedBy:entitlement Reason:text Statement?:text Witness:person SIGN
* witness Date:day Signs:reference SIGN
* review Date:day Signs:reference Verdict:one(uphold,overrule) Reason:text SIGN
* close Date:day Signs:reference Heads?:fingerprint SIGN
* paper Date:day Signs:reference As:one(inspector,inspected,recorder,outgoing,incoming) Who:person Sheet:line SIGN
keys root Date:day Person:person NewKey:key Unit:unit Office?:directory Signer:person Key:keyprint Directory:directory
keys enrol Date:day Person:person NewKey:key Unit:unit SIGN
keys replace Date:day Person:person NewKey:key Reason:text WITH SIGN
keys revoke Date:day Person:person Reason:text SameAs?:unit WITH? SIGN
keys appoint Date:day Posts:posts WITH? SIGN
keys dismiss Date:day Ends:posts Reason:text WITH? SIGN
keys deputy Date:day Team:person Person:person SIGN
keys recover Date:day Person:person NewKey:key Unit:unit Reason:text SIGN
# kinds end
END

cat > "$work/check.awk" << 'END'
# Runs twice over the same volumes. step=split: tells pages apart, writes what is to be hashed and
# verified into files. step=judge: reads them again, and what sha256sum and ssh-keygen said.
#
# Written for the smallest awk there is (mawk 1.3.4): no {n} in patterns, no gensub, mktime or
# length(array); bytes are bytes (LC_ALL=C).

# ---- Small tools

# A pattern for n digits.
function quad(n,   s) { s = ""; while (n-- > 0) s = s "[0-9]"; return s }

function code_of(person) { return substr(person, 1, index(person, " ") - 1) }
function name_of(person) { return substr(person, index(person, " ") + 1) }

# Days since 1970-01-01 of a civil date.
function days(y, m, d,   era, yoe, doy) {
  if (m <= 2) y--
  era = int(y / 400); yoe = y - era * 400
  doy = int((153 * ((m + 9) % 12) + 2) / 5) + d - 1
  return era * 146097 + yoe * 365 + int(yoe / 4) - int(yoe / 100) + doy - 719468
}

# The civil date of a number of days, as text with a hyphen or none between its parts.
function civil(n, hyphen,   era, doe, yoe, doy, mp, d, m, y) {
  n += 719468
  era = int(n / 146097); doe = n - era * 146097
  yoe = int((doe - int(doe / 1460) + int(doe / 36524) - int(doe / 146096)) / 365)
  doy = doe - (365 * yoe + int(yoe / 4) - int(yoe / 100))
  mp = int((5 * doy + 2) / 153)
  d = doy - int((153 * mp + 2) / 5) + 1
  m = mp < 10 ? mp + 3 : mp - 9
  y = yoe + era * 400 + (m <= 2)
  return sprintf("%04d%s%02d%s%02d", y, hyphen, m, hyphen, d)
}

# 20261124010000Z of a second.
function zulu(t,   d, r) {
  d = int(t / 86400); r = t - d * 86400
  return civil(d, "") sprintf("%02d%02d%02dZ", int(r / 3600), int(r % 3600 / 60), r % 60)
}

function is_day(s,   y, m, d) {
  if (s in day_known) return day_known[s]
  day_known[s] = 0
  if (s !~ day_re) return 0
  y = substr(s, 1, 4) + 0; m = substr(s, 6, 2) + 0; d = substr(s, 9, 2) + 0
  if (y < 1 || m < 1 || m > 12 || d < 1 || d > 31) return 0
  if (civil(days(y, m, d), "-") != s) return 0
  return day_known[s] = 1
}

function day_number(s) { return days(substr(s, 1, 4) + 0, substr(s, 6, 2) + 0, substr(s, 9, 2) + 0) }

function is_clock(s) {
  return length(s) == 5 && s ~ /^[0-2][0-9]:[0-5][0-9]$/ && substr(s, 1, 2) + 0 < 24
}

# Minutes of the wall clock since 1970.
function minutes(day, clock) {
  return day_number(day) * 1440 + substr(clock, 1, 2) * 60 + substr(clock, 4, 2)
}

function is_moment(s) {
  return length(s) == 16 && substr(s, 11, 1) == " " && is_day(substr(s, 1, 10)) && is_clock(substr(s, 12))
}

function moment_minutes(s) { return minutes(substr(s, 1, 10), substr(s, 12)) }

# Whether a stamp is one that clock and calendar have; sets stamp_t (seconds, UTC), stamp_min (minutes
# of its wall clock).
function is_stamp(s,   east) {
  if (!is_day(substr(s, 1, 10)) || !is_clock(substr(s, 12, 5)) || substr(s, 18, 2) + 0 > 59)
    return 0
  if (!is_clock(substr(s, 21, 5))) return 0
  east = substr(s, 21, 2) * 60 + substr(s, 24, 2)
  if (substr(s, 20, 1) == "-") east = -east
  stamp_min = minutes(substr(s, 1, 10), substr(s, 12, 5))
  stamp_t = (stamp_min - east) * 60 + substr(s, 18, 2)
  return 1
}

# The patrol day of a minute: it turns at the volume's Rollover.
function patrol_day(min, rollover) { return civil(int((min - rollover) / 1440), "-") }

# For what is not trusted and is printed all the same.
function shown(s) { gsub(/[^ -~]/, "?", s); return substr(s, 1, 60) }

# ---- Shapes of values

function is_code(s) { return length(s) <= 40 && s ~ code_re }
function is_person(s,   at, name) {
  if (s in person_known) return person_known[s]
  at = index(s, " "); name = substr(s, at + 1)
  return person_known[s] = (at > 1 && is_code(substr(s, 1, at - 1)) && name != "" && name !~ /^ / \
    && name !~ / $/ && name !~ /,/)
}
function is_word(s) { return length(s) <= 40 && s ~ /^[A-Za-z0-9_-]+$/ }
function is_number(s, most) { return s ~ /^(0|[1-9][0-9]*)$/ && length(s) < 10 && s + 0 <= most }
function is_hex(s) { return length(s) == 64 && s ~ /^[0-9a-f]+$/ }
function is_page_name(s) { return length(s) < 90 && s ~ page_name_re }
function is_reference(s,   at) {
  at = index(s, " sha256 ")
  return at > 0 && is_page_name(substr(s, 1, at - 1)) && is_hex(substr(s, at + 8))
}
function is_keyprint(s) { return length(s) == 50 && s ~ /^SHA256:[A-Za-z0-9+\/]+$/ }
function is_directory(s) {
  sub(/^demo-/, "", s)
  return length(s) == 32 && s ~ /^[0-9a-f]+$/
}
# A public key: `ssh-ed25519 AAAA…`, or that of a token.
function is_key(s,   at, type) {
  at = index(s, " "); type = substr(s, 1, at - 1)
  if (type != "ssh-ed25519" && type != "sk-ssh-ed25519@openssh.com") return 0
  if (substr(s, at + 1) !~ /^[A-Za-z0-9+\/]+=?=?$/ || (length(s) - at) % 4) return 0
  blob_hex = hex_of(substr(s, at + 1))
  return take_key() == type
}
function is_tally(s,   at) {
  at = index(s, " ")
  return at > 1 && is_word(substr(s, 1, at - 1)) && is_number(substr(s, at + 1), 9999)
}
function is_absence(s,   at) {
  at = index(s, " (")
  while (index(substr(s, at + 2), " (")) at += index(substr(s, at + 2), " (") + 1
  return at > 1 && s ~ /\)$/ && is_person(substr(s, 1, at - 1)) \
    && is_word(substr(s, at + 2, length(s) - at - 2))
}
# `QSP-R-001 村东线 (4/6) 变压器; 机井`: two of six were left out.
function is_passed(s,   at, rest, n, part, head) {
  if (!match(s, / \([0-9]+\/[0-9]+\)/)) return 0
  at = RSTART
  head = substr(s, at + 2, RLENGTH - 3); rest = substr(s, at + RLENGTH)
  if (!is_person(substr(s, 1, at - 1))) return 0
  n = 0
  if (rest != "") {
    if (rest !~ /^ [^ ]/ || rest ~ /(^ |; );/ || rest ~ /;$/) return 0
    n = split(rest, part, ";")
  }
  split(head, part, "/")
  return is_number(part[1], 9999) && is_number(part[2], 9999) && part[2] > 0 && part[1] == part[2] - n
}
function is_post(s,   part) {
  split(s, part, " ")
  return part[1] ~ /^(leader|deputy|inspector|officer|office|supervision)$/ && is_code(part[2]) \
    && index(s, part[1] " " part[2] " ") == 1 && is_person(substr(s, length(part[1] part[2]) + 3))
}
function is_out(s,   part, n) {
  n = split(s, part, / \| /)
  return n == 3 && is_person(part[1]) && is_moment(part[2]) && is_moment(part[3])
}
function is_open(s,   part, n) {
  n = split(s, part, / \| /)
  if (n < 2 || part[2] == "" || n > 2 && part[3] == "") return 0
  if (part[1] !~ /^(done|goes-on) (matter|signature) /) return 0
  sub(/^[a-z-]+ [a-z]+ /, "", part[1])
  return is_page_name(part[1])
}
# OpenSSH's armour as ssh-keygen prints it: base64 in lines of 70.
function is_sshsig(s,   line, n, i, all) {
  n = split(s, line, "\n")
  if (n < 3 || line[1] != "-----BEGIN SSH SIGNATURE-----" || line[n] != "-----END SSH SIGNATURE-----")
    return 0
  all = ""
  for (i = 2; i < n; i++) {
    if (i < n - 1 && length(line[i]) != 70 || length(line[i]) > 70) return 0
    all = all line[i]
  }
  return length(all) % 4 == 0 && all ~ /^[A-Za-z0-9+\/]+=?=?$/
}

# Several of one shape, each on a line of its own or between a separator.
function all_shaped(s, shape, between,   rest, at, one) {
  rest = s
  do {
    at = index(rest, between)
    one = at ? substr(rest, 1, at - 1) : rest
    if (!shaped(one, shape)) return 0
    rest = at ? substr(rest, at + length(between)) : ""
  } while (at)
  return 1
}

function shaped(s, shape,   seen, part, n, i) {
  if (shape == "text") return s !~ /\\(\n|$)/
  if (shape == "posts") return all_shaped(s, "post", "\n")
  if (shape == "out") return all_shaped(s, "outline", "\n")
  if (shape == "open") return all_shaped(s, "openline", "\n")
  if (shape == "sshsig") return is_sshsig(s)
  if (index(s, "\n")) return 0
  if (shape == "line") return s !~ /\\$/
  if (shape == "person") return is_person(s)
  if (shape == "day") return is_day(s)
  if (shape == "moment") return is_moment(s)
  if (shape == "people") {
    n = split(s, part, ", ")
    for (i = 1; i <= n; i++) {
      if (!is_person(part[i]) || (code_of(part[i]) in seen)) return 0
      seen[code_of(part[i])] = 1
    }
    return 1
  }
  if (shape == "absences") return all_shaped(s, "absence", ", ")
  if (shape == "absence") return is_absence(s)
  if (shape == "code") return is_word(s)
  if (shape == "codes") return all_shaped(s, "code", " ")
  if (shape == "tallies") return all_shaped(s, "tally", ", ")
  if (shape == "tally") return is_tally(s)
  if (shape == "numbers") return all_shaped(s, "number", " ")
  if (shape == "number") return is_number(s, 99999999) && s > 0
  if (shape == "count") return is_number(s, 500)
  if (shape == "points") return length(s) == 8 && s ~ /^[123]+$/
  if (shape == "passed") return is_passed(s)
  if (shape == "reference") return is_reference(s)
  if (shape == "entitlement") return is_page_name(s)
  if (shape == "keyprint") return is_keyprint(s)
  if (shape == "fingerprint") return substr(s, 1, 7) == "sha256:" && is_hex(substr(s, 8))
  if (shape == "key") return is_key(s)
  if (shape == "directory") return is_directory(s)
  if (shape == "unit") return is_code(s)
  if (shape == "post") return is_post(s)
  if (shape == "outline") return is_out(s)
  if (shape == "openline") return is_open(s)
  if (shape == "names") return s ~ /^[A-Z][A-Za-z]*( [A-Z][A-Za-z]*)*$/
  if (shape == "digest") return substr(s, 1, 7) == "sha256 " && is_hex(substr(s, 8))
  if (shape == "torn") return match(s, /^[1-9][0-9]* sha256 /) && is_hex(substr(s, RLENGTH + 1))
  if (shape == "recorded")
    return s ~ stamp_re && substr(s, 21, 2) substr(s, 24, 2) <= "1400" && is_person(substr(s, 27))
  if (shape ~ /^one\(/) {
    n = split(substr(shape, 5, length(shape) - 5), part, ",")
    for (i = 1; i <= n; i++) if (s == part[i]) return 1
  }
  return 0
}

# ---- The table of kinds

function add_field(b, k, name, shape, optional, group,   n) {
  n = ++fields[b, k]
  field_name[b, k, n] = name; field_shape[b, k, n] = shape
  field_optional[b, k, n] = optional; field_group[b, k, n] = group
}

function add_fields(b, k, words, optional, group,   part, n, i, at) {
  n = split(words, part, " ")
  for (i = 1; i <= n; i++) {
    at = index(part[i], ":")
    add_field(b, k, substr(part[i], 1, at - 1), substr(part[i], at + 1), optional, group)
  }
}

function add_kind(b, k, word, n,   i, j, s, name, at, last, is_fixed, is_optional) {
  kind_in[b, k] = 1
  for (i = 3; i <= n; i++) {
    s = word[i]
    if (s ~ /^SIGN\??$/)
      add_fields(b, k, "Signer:person Key:keyprint Entitled:entitlement Keys:reference Directory:directory", \
        s ~ /\?$/, "sign")
    else if (s ~ /^WITH\??$/) add_fields(b, k, "With:person WithKey:keyprint", s ~ /\?$/, "with")
    else if (s == "CHANGES") {
      last = fields[b, b]
      for (j = 1; j <= last; j++)
        if (!((b, field_name[b, b, j]) in fixed))
          add_field(b, k, field_name[b, b, j], field_shape[b, b, j], 1, "change")
    } else {
      at = index(s, ":"); name = substr(s, 1, at - 1)
      is_fixed = sub(/!$/, "", name)
      is_optional = sub(/\?$/, "", name)
      add_field(b, k, name, substr(s, at + 1), is_optional, "")
      if (is_fixed) fixed[b, name] = 1
      else if (is_optional) may_clear[b, k, name] = 1
    }
  }
}

function read_kinds(file,   line, word, n, i, b, late, count) {
  count = 0
  while ((getline line < file) > 0) {
    if (line ~ /^#/ || line == "") continue
    n = split(line, word, " ")
    if (word[1] == "*") late[++count] = line
    else {
      add_kind(word[1], word[2], word, n)
      if (word[1] == word[2]) entry_book[word[1]] = 1
      known_book[word[1]] = 1
    }
  }
  close(file)
  for (i = 1; i <= count; i++) {
    n = split(late[i], word, " ")
    for (b in entry_book) add_kind(b, word[2], word, n)
  }
  # What ends every page; 1: it may be left out.
  tail_count = split("Torn:torn:1 Recorded:recorded:0 Previous:digest:0 " \
    "Proof:sshsig:1 Cosigned:sshsig:1 Signature:sshsig:1 Digest:digest:0", tail, " ")
  for (i = 1; i <= tail_count; i++) {
    split(tail[i], word, ":")
    tail_name[i] = word[1]; tail_shape[i] = word[2]; tail_optional[i] = word[3] + 0
  }
}

# ---- Bytes of a signature

function hex_number(h,   i, n) {
  n = 0
  for (i = 1; i <= length(h); i++) n = n * 16 + index("0123456789abcdef", substr(h, i, 1)) - 1
  return n
}

function hex_text(h,   i, s) {
  s = ""
  for (i = 1; i < length(h); i += 2) s = s char_of[substr(h, i, 2)]
  return s
}

# Takes one string with its length off blob_hex; "!" where there is none.
function take_string(   n, s) {
  if (length(blob_hex) < 8) return "!"
  n = hex_number(substr(blob_hex, 1, 8)) * 2
  if (length(blob_hex) < 8 + n) return "!"
  s = substr(blob_hex, 9, n)
  blob_hex = substr(blob_hex, 9 + n)
  return s
}

# The bytes of base64, in hex; "" where bits that say nothing are set: there is one way to write bytes.
function hex_of(s,   i, four, hex, over) {
  hex = ""
  for (i = 1; i < length(s); i += 4) {
    four = base64[substr(s, i, 1)] * 262144 + base64[substr(s, i + 1, 1)] * 4096 \
      + base64[substr(s, i + 2, 1)] * 64 + base64[substr(s, i + 3, 1)]
    hex = hex sprintf("%06x", four)
  }
  over = s ~ /==$/ ? 4 : s ~ /=$/ ? 2 : 0
  if (over && substr(hex, length(hex) - over + 1) != substr("0000", 1, over)) return ""
  return substr(hex, 1, length(hex) - over)
}

# Takes a public key off blob_hex, all of it; "" where it is none. A point of small order is no key: one
# signature would hold for every message, and nobody need know a secret.
function take_key(   type, point) {
  type = hex_text(take_string()); point = take_string()
  if (length(point) != 64 || (high_bit_off(point) in small_order)) return ""
  if (type == "sk-ssh-ed25519@openssh.com") { if (take_string() == "!") return "" }
  else if (type != "ssh-ed25519") return ""
  return blob_hex == "" ? type : ""
}

# The sign of a point is the highest bit of its last byte.
function high_bit_off(point,   high) {
  high = index("89abcdef", substr(point, 63, 1))
  return high ? substr(point, 1, 62) (high - 1) substr(point, 64) : point
}

# Whether the number in a signature is below the order of the group. OpenSSH takes others too: whoever
# adds the order has another signature that holds, without the key.
function is_reduced(sig,   i, s) {
  s = ""
  for (i = 127; i > 64; i -= 2) s = s substr(sig, i, 2)
  return s < "1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed"
}

# Whether a blob is one that we take: SSHSIG, an Ed25519 key (of a token: with the touch bit), this
# namespace, SHA-512. ssh-keygen alone would also take others.
function fit_blob(armour, namespace,   line, n, i, s, pub, sig, type, number, flags) {
  n = split(armour, line, "\n")
  s = ""
  for (i = 2; i < n; i++) s = s line[i]
  s = hex_of(s)
  if (substr(s, 1, 20) != "53534853494700000001") return 0
  blob_hex = substr(s, 21)
  pub = take_string()
  if (hex_text(take_string()) != namespace || take_string() != "") return 0
  if (hex_text(take_string()) != "sha512") return 0
  sig = take_string()
  if (blob_hex != "" || sig == "!") return 0
  blob_hex = pub
  type = take_key()
  if (type == "") return 0
  blob_hex = sig
  if (hex_text(take_string()) != type) return 0
  number = take_string()
  if (length(number) != 128 || !is_reduced(number)) return 0
  if (type == "ssh-ed25519") return blob_hex == ""
  flags = hex_number(substr(blob_hex, 1, 2))
  return length(blob_hex) == 10 && flags % 2 == 1
}

function is_demo(directory) { return substr(directory, 1, 5) == "demo-" }

function namespace(directory, part) {
  if (part == "Proof") return is_demo(directory) ? "xunfang-demo-key" : "xunfang-key"
  if (part == "heads") return is_demo(directory) ? "xunfang-demo-heads" : "xunfang-heads"
  return is_demo(directory) ? "xunfang-demo" : "xunfang-book"
}

# Has a signature verified: the message and the signature go into files of their own, since ssh-keygen
# takes one at a time. Both steps count alike, so the number finds the answer.
function to_verify(message, armour, space,   n) {
  n = ++blobs
  if (step == "split" && fit_blob(armour, space)) {
    printf "%s", message > (work "/m/" n); close(work "/m/" n)
    print armour > (work "/s/" n); close(work "/s/" n)
    print n, space > (work "/sigs." n % 2)
  }
  return n
}

function to_hash(text, name, digest) {
  if (step != "split") return
  printf "%s", text > (work "/" name); close(work "/" name)
  print digest "  " name > (work "/sums")
}

# ---- Volumes

# A line that holds what nobody may write: bytes that are no UTF-8, controls, what turns text round or
# can't be seen.
function unclean(line) { return line ~ /[^ -~]/ && (line !~ utf8_re || line ~ unseen_re) }

function read_volume(v, file,   line, next_line, ok, next_ok, torn, n, in_header, ended) {
  n = 0; in_header = 1; ended = torn = 0; vpages[v] = 0; vfirst[v] = pages + 1
  header_lines = 0
  ok = (getline line < file)
  if (ok < 0) return 0
  while (ok > 0) {
    next_ok = (getline next_line < file)
    # The last line is a mark that the copy got: if it is not alone on its line, the file did not end
    # with its last line.
    if (next_ok <= 0) {
      if (line == mark) break
      sub(mark "$", "", line)
      torn = 1
    }
    if (in_header) {
      H[++header_lines] = line
      if (line == "") { in_header = 0; read_header(v) }
    } else if (line == "") {
      take_page(v, n)
      n = 0; ended = 1
    } else {
      L[++n] = line; ended = 0
    }
    line = next_line; ok = next_ok
  }
  close(file)
  # A blank line after the last page begins one that has no lines.
  if (n > 0 || ended) take_page(v, n)
  if (in_header) read_header(v)
  else if (torn && n > 0) { gfault[pages] = "J3"; gwhy[pages] = "its last line is cut off" }
  return 1
}

# The exact header: lines in this order, then a blank one.
function read_header(v,   i) {
  vfault[v] = "J1"; vwhy[v] = "the header is not as it must be"
  for (i = 1; i <= header_lines; i++) if (unclean(H[i])) return
  if (H[1] !~ /^# [^ ]/ || H[1] ~ / $/ || H[2] != "# Format: 2") return
  if (H[3] !~ /^# Directory: / || !is_directory(substr(H[3], 14))) return
  vdir[v] = substr(H[3], 14)
  if (H[4] !~ /^# Book: / || H[5] !~ /^# Year: /) return
  if (H[4] != "# Book: " vbook[v] || H[5] != "# Year: " vyear[v]) {
    vwhy[v] = "the header is that of another place"; return
  }
  if (substr(H[6], 1, 12) != "# Rollover: " || !is_clock(substr(H[6], 13))) return
  vroll[v] = substr(H[6], 13, 2) * 60 + substr(H[6], 16, 2)
  i = 7; vcont[v] = ""
  if (H[7] ~ /^# Continues: /) { vcont[v] = substr(H[7], 14); i = 8; if (!is_reference(vcont[v]))
    return }
  if (header_lines != i + 4 || H[i] != "%rec: Page" || H[i + 1] != "%key: Number") return
  if (H[i + 2] != "%type: Number int" || H[i + 4] != "") return
  if (H[i + 3] != "%mandatory: Number Kind Recorded Previous Digest") return
  vfault[v] = ""; vwhy[v] = ""
}

function take_page(v, n,   g, no, i, at, m, line, bad, text, upto) {
  g = ++pages; no = ++vpages[v]
  gvol[g] = v; gno[g] = no
  at_page[vbook[v] " " vyear[v] " No " no] = g
  m = 0; bad = ""
  for (i = 1; i <= n; i++) {
    line = L[i]
    if (line ~ /[^ -~]/ && bad == "" && unclean(line)) bad = "a character that must not stand there"
    # It may have been a NUL, which awk can't hold: the copy's digest says nothing then.
    if (index(line, "\001")) m = -1000000
    if (substr(line, 1, 2) == "+ ") {
      if (m == 0 || length(line) == 2) { if (bad == "") bad = "a line that is none of a page" }
      else N_value[m] = N_value[m] "\n" substr(line, 3)
    } else if (match(line, /^[A-Z][A-Za-z]*: /)) {
      m++
      N_name[m] = substr(line, 1, RLENGTH - 2); N_value[m] = substr(line, RLENGTH + 1); N_line[m] = i
      if (N_value[m] == "" || N_value[m] ~ /^ /) { if (bad == "") bad = "field " N_name[m] " is not written as it must be" }
    } else if (bad == "") bad = "a line that is none of a page"
    if (line ~ / $/ && bad == "") bad = "a line ends in a blank"
  }
  # Without these nothing can be said about the page's place.
  gfault[g] = ""
  if (m < 4 || N_name[1] != "Number" || !is_number(N_value[1], 99999999) || N_name[m] != "Digest" \
    || !shaped(N_value[m], "digest") || N_line[m] != n) { gfault[g] = "J3"; gwhy[g] = bad == "" ? "it is no whole page" : bad; return }
  at = 0
  for (i = 1; i <= m; i++) if (N_name[i] == "Previous" && !at) at = i
  if (!at || !shaped(N_value[at], "digest")) { gfault[g] = "J3"; gwhy[g] = "it is no whole page"; return }
  gdigest[g] = substr(N_value[m], 8)
  if (step == "split") {
    text = ""
    for (i = 1; i < n; i++) text = text L[i] "\n"
    to_hash(text, "b/" g, gdigest[g])
    if (no == 1) to_hash(vheader(v), "v/h" v, substr(N_value[at], 8))
  }
  if (N_value[1] != no) { gfault[g] = "J2"; gwhy[g] = "number " N_value[1] " stands where " no " should" }
  else if (no > 1 && substr(N_value[at], 8) != gdigest[g - 1]) { gfault[g] = "J2"; gwhy[g] = "it does not follow from the page before" }
  gform[g] = bad == "" ? fit(v, g, m) : bad
  if (gform[g] != "") return
  for (i = 1; i <= m; i++) f[g, N_name[i]] = N_value[i]
  for (i = 1; i <= m; i++)
    if (N_name[i] == "Proof" || N_name[i] == "Cosigned" || N_name[i] == "Signature") {
      text = ""
      if (step == "split") for (upto = 1; upto < N_line[i]; upto++) text = text L[upto] "\n"
      blob[g, N_name[i]] = to_verify(text, N_value[i], namespace(vdir[v], N_name[i]))
    }
}

function vheader(v,   i, s) {
  s = ""
  for (i = 1; i <= header_lines; i++) s = s H[i] "\n"
  return s
}

# Holds the fields of a page against its kind; says what is wrong.
function fit(v, g, m,   b, k, i, e, n, t, missing, count, part, clear, j) {
  b = vkind[v]
  if (N_name[2] != "Kind") return "field Kind is missing"
  k = N_value[2]
  if (!((b, k) in kind_in)) return "kind " shown(k) " is not of this book"
  gkind[g] = k
  n = fields[b, k]; e = 1; t = 0
  count["sign"] = count["with"] = count["change"] = 0
  for (i = 3; i <= m; i++) {
    if (!t) {
      while (e <= n && field_name[b, k, e] != N_name[i]) {
        if (!field_optional[b, k, e]) {
          for (j = 1; j <= tail_count; j++) if (tail_name[j] == N_name[i]) break
          return "field " (j <= tail_count || later(b, k, e, N_name[i]) ? field_name[b, k, e] " is missing" : shown(N_name[i]) " does not belong there")
        }
        e++
      }
      if (e <= n) {
        if (!shaped(N_value[i], field_shape[b, k, e]))
          return "field " N_name[i] " is not written as it must be"
        count[field_group[b, k, e]]++
        if (field_group[b, k, e] == "change") changed[g, N_name[i]] = 1
        e++
        continue
      }
      t = 1
    }
    while (t <= tail_count && tail_name[t] != N_name[i]) {
      if (!tail_optional[t]) return "field " shown(N_name[i]) " does not belong there"
      t++
    }
    if (t > tail_count) return "field " shown(N_name[i]) " does not belong there"
    if (!shaped(N_value[i], tail_shape[t]))
      return "field " N_name[i] " is not written as it must be"
    t++
  }
  if (count["sign"] != 0 && count["sign"] != 5) return "the fields of the signer are not whole"
  if (count["with"] != 0 && count["with"] != 2) return "the fields of the second hand are not whole"
  for (i = 1; i <= m; i++) {
    if (N_name[i] in part) return "field " N_name[i] " stands twice"
    part[N_name[i]] = i
  }
  if (("NewKey" in part) != ("Proof" in part)) return "field Proof is missing or too many"
  if (("With" in part) != ("Cosigned" in part)) return "field Cosigned is missing or too many"
  if (("Signer" in part) != ("Signature" in part)) return "field Signature is missing or too many"
  if ("Cleared" in part) {
    n = split(N_value[part["Cleared"]], clear, " ")
    for (i = 1; i <= n; i++) {
      if (!((b, b, clear[i]) in may_clear) || (clear[i] in missing) \
        || ((g, clear[i]) in changed)) return "field Cleared names what can't be cleared"
      missing[clear[i]] = 1
    }
  }
  return ""
}

function later(b, k, e, name,   n) {
  n = fields[b, k]
  for (; e <= n; e++) if (field_name[b, k, e] == name) return 1
  return 0
}

# ---- Verdicts

function fail(g, rule, why) { verdict[g] = rule; reason[g] = why; return 0 }
function counts(g) { verdict[g] = "counts"; return 1 }

function page_name(g) { return vbook[gvol[g]] " " vyear[gvol[g]] " No " gno[g] }

# The page that a reference names, 0 where it is not there, is another, or was not checked.
function named(reference,   at, g) {
  at = index(reference, " sha256 ")
  g = at_page[substr(reference, 1, at - 1)]
  if (g == "" || gno[g] > good[gvol[g]] || gdigest[g] != substr(reference, at + 8)) return 0
  return g
}

function book_of(page) { return substr(page, 1, index(page, " ") - 1) }

# A number by which the pages of one book stand in order.
function place_of(page,   part) { split(page, part, " "); return part[2] * 100000000 + part[4] }

# A code that stands for all codes of a person, as far as merges reach here: those of this directory's
# book of keys, of its office's, and of the book that the signer is enrolled in. A neighbour's book must
# not make one person of two of ours.
function person_of(c,   i, more, seen, least) {
  if (!merges) return c
  seen[c] = 1; least = c
  do {
    more = 0
    for (i = 1; i <= merges; i++) {
      if ((merge_a[i] in seen) == (merge_b[i] in seen) || !merge_reaches(merge_book[i])) continue
      seen[merge_a[i]] = seen[merge_b[i]] = 1; more = 1
      if (merge_a[i] < least) least = merge_a[i]
      if (merge_b[i] < least) least = merge_b[i]
    }
  } while (more)
  return least
}
function merge_reaches(b) {
  return b == judged_for || b == signer_book || (office_of[judged_for] in book_at) && b == book_at[office_of[judged_for]]
}
function merge(a, b, book) { merge_a[++merges] = a; merge_b[merges] = b; merge_book[merges] = book }
function same_person(a, b) { return person_of(code_of(a)) == person_of(code_of(b)) }

# The key with a fingerprint that this person holds in a book at a time; 0 for none.
function key_of(finger, who, book, t,   k) {
  if (!(finger in key_at)) return 0
  k = key_at[finger]
  if (key_who[k] != who || key_book[k] != book) return 0
  return key_from[k] <= t && (key_until[k] == "" || t < key_until[k]) ? k : 0
}

# A key in force that somebody holds in a book; 0 for none.
function any_key(who, book, t,   k) {
  for (k = 1; k <= keys; k++)
    if (key_who[k] == who && (book == "" || key_book[k] == book) && key_from[k] <= t \
      && (key_until[k] == "" || t < key_until[k])) return k
  return 0
}

function post_holds(p, t) { return post_from[p] <= t && (post_until[p] == "" || t < post_until[p]) }

# Whether somebody has one of these posts (" officer office ") in a book for its own station.
function has_post(who, book, names, t,   p) {
  for (p = 1; p <= posts; p++)
    if (post_book[p] == book && post_who[p] == who && index(names, " " post_name[p] " ") \
      && post_holds(p, t) && (post_name[p] != "officer" || post_unit[p] == keeper[book])) return 1
  return 0
}

function signature_holds(g, part, finger,   said) {
  said = answer[blob[g, part]]
  return said != "" && said == finger
}

# J7, J8, J9 of a signed page. Sets signer_key and signer_book.
function signed_well(g,   v, t, keys_page, n) {
  v = gvol[g]; t = gtime[g]
  if (!signature_holds(g, "Signature", f[g, "Key"]))
    return fail(g, "J7", "the signature does not hold")
  if (((g, "NewKey") in f) && !signature_holds(g, "Proof", new_print[g]))
    return fail(g, "J7", "the proof of the new key does not hold")
  if (((g, "With") in f) && !signature_holds(g, "Cosigned", f[g, "WithKey"]))
    return fail(g, "J7", "the second signature does not hold")
  if (substr(f[g, "Recorded"], 27) != f[g, "Signer"])
    return fail(g, "J8", "it was recorded by somebody else than the signer")
  if (gkind[g] == "root") return 1
  signer_book = book_of(f[g, "Keys"])
  signer_key = key_of(f[g, "Key"], f[g, "Signer"], signer_book, t)
  if (!signer_key) return fail(g, "J8", "the key is not the signer's, or was not in force")
  if (((g, "With") in f) && !key_of(f[g, "WithKey"], f[g, "With"], book_at[vdir[v]], t))
    return fail(g, "J8", "the second key is not that person's here, or was not in force")
  keys_page = named(f[g, "Keys"])
  if (!keys_page || vkind[gvol[keys_page]] != "keys" || gtime[keys_page] > t)
    return fail(g, "J9", "the page of the book of keys that it names was not there")
  n = place_of(f[g, "Keys"])
  if (n < newest_named[v, signer_book] + 0)
    return fail(g, "J9", "the volume has named a later page of the book of keys before")
  if (f[g, "Directory"] != vdir[v]) return fail(g, "J9", "it was signed for another directory")
  return 1
}

function names_keys(g,   n) {
  if (!((g, "Entitled") in f)) return
  n = place_of(f[g, "Keys"])
  if (n > newest_named[gvol[g], book_of(f[g, "Keys"])] + 0) newest_named[gvol[g], book_of(f[g, "Keys"])] = n
}

# Whether a post reaches this volume: its own station's book; the office's; for the inspected side the
# one other book that appoints for a unit for which nobody does here.
function reaches(p, v, scope, t,   here, b, others) {
  here = book_at[vdir[v]]; b = post_book[p]
  if (b == here) return 1
  if (is_demo(vdir[v]) != is_demo(book_dir[b])) return 0
  if ((post_name[p] == "office" || post_name[p] == "supervision") && office_of[here] != "" \
    && (office_of[here] in book_at) && b == book_at[office_of[here]]) return 1
  if (scope != "inspected" || post_name[p] == "office" || post_name[p] == "supervision") return 0
  if (((here, post_unit[p]) in unit_since) && unit_since[here, post_unit[p]] <= t) return 0
  others = 0
  for (b in book_dir)
    if (is_demo(book_dir[b]) == is_demo(vdir[v]) && ((b, post_unit[p]) in unit_since) \
      && unit_since[b, post_unit[p]] <= t) others++
  return others == 1
}

# Looks whether a page gives somebody one of these posts; remembers whether it does at all (gives) and
# with reach (allows), and for which units.
function look(page, who, t, v, names, unit, scope, date,   i, n, part, p) {
  n = split(posts_of[page], part, " ")
  for (i = 1; i <= n; i++) {
    p = part[i]
    if (post_who[p] != who || !index(names, " " post_name[p] " ") || !post_holds(p, t)) continue
    if (post_name[p] == "day" && post_date[p] != date) continue
    if (unit == "keeper" && post_unit[p] != keeper[post_book[p]]) continue
    if (unit != "keeper" && unit != "any" && post_unit[p] != unit) continue
    gives = 1
    if (reaches(p, v, scope, t)) { allows = 1; gives_units = gives_units " " post_unit[p] " " }
  }
}

# The same for somebody who acts by being enrolled.
function look_enrolled(page, who, t, v, anywhere,   k) {
  for (k = 1; k <= keys; k++)
    if (key_who[k] == who && key_enrolled[k] == page && key_from[k] <= t \
      && (key_until[k] == "" || t < key_until[k])) {
      gives = 1
      if (anywhere || key_book[k] == book_at[vdir[v]]) allows = 1
    }
}

function as_inspector(e, page, who, t,   v) {
  v = gvol[e]
  if (who != f[e, "Inspector"]) return
  look(page, who, t, v, " leader deputy inspector ", owner[v], "here", "")
  if (owner[v] == keeper[book_at[vdir[v]]]) look(page, who, t, v, " officer ", "keeper", "here", "")
  look(page, who, t, v, " supervision office ", "any", "office", "")
}

function as_inspected(e, page, who, t) {
  look(page, who, t, gvol[e], " leader deputy day ", code_of(f[e, "Inspected"]), "inspected", f[e, "Date"])
}

function now_says(e, name) { return ((e, name) in newer) ? newer[e, name] : f[e, name] }

# J10 and J11: whether the page named as Entitled gives the signer the right to this act.
function entitled(g, e, act,   page, who, t, v) {
  page = f[g, "Entitled"]; who = f[g, "Signer"]; t = gtime[g]; v = gvol[g]
  if (e) v = gvol[e]
  gives = allows = 0; gives_units = ""
  if (book_of(page) == signer_book && place_of(page) <= place_of(f[g, "Keys"])) {
    if (act == "inspector") as_inspector(e, page, who, t)
    else if (act == "inspected") as_inspected(e, page, who, t)
    else if (act == "recorder") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " leader deputy ", owner[v], "here", "")
      if (who == now_says(e, "Leader")) look_enrolled(page, who, t, v, 0)
    } else if (act == "outgoing" || act == "incoming") {
      if (who == f[e, act == "outgoing" ? "Outgoing" : "Incoming"]) {
        look(page, who, t, v, " officer ", "keeper", "here", "")
        look_enrolled(page, who, t, v, 0)
      }
    } else if (act == "amend") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " office ", "any", "office", "")
      if (gkind[e] == "inspection") as_inspector(e, page, who, t)
      if (gkind[e] == "patrol") look(page, who, t, v, " leader ", owner[v], "here", "")
    } else if (act == "officer") look(page, who, t, v, " officer ", "keeper", "here", "")
    else if (act == "review") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " office ", "any", "office", "")
    } else if (act == "refusal") {
      as_inspector(e, page, who, t)
      if (who == f[g, "Refused"]) as_inspected(e, page, who, t)
    } else if (act == "witness")
      # Whom this directory has enrolled confirms with that key, and not with one of another book.
      look_enrolled(page, who, t, v, !((book_at[vdir[v]], code_of(who)) in enrolled_here))
    else if (act == "close") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " leader deputy ", owner[v], "here", "")
    } else if (act == "paper") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " leader ", owner[v], "here", "")
    } else if (act == "deputy") {
      look(page, who, t, v, " officer ", "keeper", "here", "")
      look(page, who, t, v, " leader ", code_of(f[g, "Team"]), "here", "")
    } else if (act == "self") look_enrolled(page, who, t, v, 0)
  }
  if (!gives) return fail(g, "J10", "the signer was not entitled to this")
  if (!allows) return fail(g, "J11", "the signer is of another station and has no say here")
  return 1
}

# ---- The books of keys

function add_key(finger, who, book, t, unit, enrolled,   k) {
  k = ++keys
  key_at[finger] = k; key_print[k] = finger; key_page[k] = judging; key_who[k] = who; key_book[k] = book
  enrolled_code[code_of(who)] = enrolled_here[book, code_of(who)] = 1
  key_from[k] = t; key_until[k] = ""; key_unit[k] = unit; key_enrolled[k] = enrolled
  return k
}

function add_post(page, name, unit, who, book, t, date,   p) {
  p = ++posts
  post_name[p] = name; post_unit[p] = unit; post_who[p] = who; post_book[p] = book
  post_from[p] = t; post_until[p] = ""; post_date[p] = date
  posts_of[page] = posts_of[page] " " p
  if (!((book, unit) in unit_since)) unit_since[book, unit] = t
}

function end_keys(who, book, t,   k) {
  for (k = 1; k <= keys; k++)
    if (key_book[k] == book && key_who[k] == who && key_until[k] == "") key_until[k] = t
}

# Whether a person is called as ever in this book.
function is_called(who, book) {
  return !((book, code_of(who)) in called) || called[book, code_of(who)] == name_of(who)
}
function calls(who, book) { called[book, code_of(who)] = name_of(who) }

# Officers who can sign at a time, as persons.
function officers(book, t,   p, seen, n) {
  n = 0
  for (p = 1; p <= posts; p++)
    if (post_book[p] == book && post_name[p] == "officer" && post_unit[p] == keeper[book] && post_holds(p, t) \
      && any_key(post_who[p], book, t) && !(person_of(code_of(post_who[p])) in seen)) {
      seen[person_of(code_of(post_who[p]))] = 1; n++
    }
  return n
}

function judge_keys_page(g,   v, b, k, t, page, who, with, part, n, i, p, held, person, needs, act, word, twice_said) {
  v = gvol[g]; b = vbook[v]; k = gkind[g]; t = gtime[g]; page = page_name(g)
  who = f[g, "Signer"]; person = f[g, "Person"]; with = ((g, "With") in f) ? f[g, "With"] : ""
  if (substr(gday[g], 1, 4) != vyear[v] || k != "deputy" && f[g, "Date"] != gday[g])
    return fail(g, "J5", "its date is not the day on which it was recorded")
  if (!signed_well(g)) return 0
  if (k == "root") {
    if (gno[g] != 1 || (b in root_of) || earlier_volume(v))
      return fail(g, "J21", "a book of keys begins once, on its first page")
    if (twice[vdir[v]]) return fail(g, "J21", "there are two books of keys in one directory")
    if (person != who || new_print[g] != f[g, "Key"] || f[g, "Unit"] != keeper[b] || f[g, "Directory"] != vdir[v])
      return fail(g, "J21", "the first page is not signed by its own new key for its own station")
    if (f[g, "Key"] in key_at) return fail(g, "J21", "the key is somebody's already")
    root_of[b] = g; office_of[b] = f[g, "Office"]
    add_key(f[g, "Key"], who, b, t, f[g, "Unit"], page)
    add_post(page, "officer", f[g, "Unit"], who, b, t, "")
    calls(who, b)
    return counts(g)
  }
  if (k == "recover") {
    gives = allows = 0
    look(f[g, "Entitled"], who, t, v, " officer ", "keeper", "here", "")
    if (!gives || book_of(f[g, "Entitled"]) != signer_book || place_of(f[g, "Entitled"]) > place_of(f[g, "Keys"]))
      return fail(g, "J10", "the signer was not entitled to this")
  } else {
    act = "officer"
    if (k == "deputy") act = "deputy"
    if (k == "revoke" && who == person) act = "self"
    if (!entitled(g, 0, act)) {
      # An officer may also end their own key as one of two.
      if (act != "self" || with == "" || !entitled(g, 0, "officer")) return 0
    }
  }
  if (with != "" && (same_person(with, who) || f[g, "WithKey"] == f[g, "Key"]))
    return fail(g, "J12", "both hands are one person's")
  if (!(b in root_of)) return fail(g, "J21", "the book of keys has no first page that counts")
  if (k == "enrol") {
    if (same_person(person, who)) return fail(g, "J22", "nobody enrols themselves")
    if (any_key(person, b, t) || code_has_key(person, b, t))
      return fail(g, "J22", "there is a key in force already")
    if (!is_called(person, b)) return fail(g, "J22", "the person was called otherwise before")
    if (new_print[g] in key_at) return fail(g, "J22", "the key is somebody's already")
    add_key(new_print[g], person, b, t, f[g, "Unit"], page); calls(person, b)
  } else if (k == "replace") {
    held = any_key(person, b, t)
    if (!held) return fail(g, "J23", "there is no key in force that could be replaced")
    if (new_print[g] in key_at) return fail(g, "J23", "the key is somebody's already")
    if (with == person ? f[g, "WithKey"] != key_print[held] : !has_post(with, b, " officer office ", t))
      return fail(g, "J23", "neither the old key nor a second officer signed it")
    key_until[held] = t
    add_key(new_print[g], person, b, t, key_unit[held], key_enrolled[held])
  } else if (k == "revoke") {
    held = any_key(person, b, t)
    if (!held) return fail(g, "J24", "there is no key in force that could be revoked")
    if (who != person && (with == "" || !has_post(with, b, " officer office ", t)))
      return fail(g, "J24", "neither its owner nor two officers signed it")
    if ((g, "SameAs") in f) {
      if (!(f[g, "SameAs"] in enrolled_code) && !((b, f[g, "SameAs"]) in called) || f[g, "SameAs"] == code_of(person))
        return fail(g, "J24", "SameAs names nobody else who is known")
      merge(code_of(person), f[g, "SameAs"], b)
    }
    key_until[held] = t
  } else if (k == "appoint") {
    needs = 0
    n = split(f[g, "Posts"], part, "\n")
    for (i = 1; i <= n; i++) {
      split(part[i], word, " ")
      p = substr(part[i], length(word[1] word[2]) + 3)
      if (word[1] ~ /^(officer|office|supervision)$/) needs = 1
      if (same_person(p, who) || with != "" && same_person(p, with))
        return fail(g, "J25", "nobody appoints themselves")
      if (part[i] in twice_said) return fail(g, "J25", "a post is named twice")
      twice_said[part[i]] = 1
      if (!is_called(p, b)) return fail(g, "J25", "somebody was called otherwise before")
    }
    if (needs && officers(b, t) >= 2 && with == "")
      return fail(g, "J25", "two officers must sign this")
    if (with != "" && !has_post(with, b, " officer office ", t))
      return fail(g, "J25", "the second hand is no officer")
    for (i = 1; i <= n; i++) {
      split(part[i], word, " ")
      p = substr(part[i], length(word[1] word[2]) + 3)
      add_post(page, word[1], word[2], p, b, t, ""); calls(p, b)
    }
  } else if (k == "dismiss") {
    n = split(f[g, "Ends"], part, "\n")
    for (i = 1; i <= n; i++) {
      split(part[i], word, " ")
      p = substr(part[i], length(word[1] word[2]) + 3)
      if (!in_post(word[1], word[2], p, b, t))
        return fail(g, "J25", "nobody has the post that it ends")
      if (part[i] in twice_said) return fail(g, "J25", "a post is named twice")
      twice_said[part[i]] = 1
      if (word[1] ~ /^(officer|office|supervision)$/ && !same_person(p, who) && (with == "" || same_person(p, with)))
        return fail(g, "J25", "two others must sign this, or the person")
    }
    if (with != "" && !has_post(with, b, " officer office ", t))
      return fail(g, "J25", "the second hand is no officer")
    for (i = 1; i <= n; i++) {
      split(part[i], word, " ")
      p = substr(part[i], length(word[1] word[2]) + 3)
      end_posts(word[1], word[2], p, b, t)
    }
  } else if (k == "deputy") {
    if (same_person(person, who)) return fail(g, "J26", "nobody appoints themselves")
    if (f[g, "Date"] < patrol_day(gmin[g], vroll[v]))
      return fail(g, "J26", "a deputy is named for the day or a later one")
    held = any_key(person, b, t)
    if (!held || key_unit[held] != code_of(f[g, "Team"]))
      return fail(g, "J26", "the deputy is nobody of the team with a key")
    add_post(page, "day", code_of(f[g, "Team"]), person, b, t, f[g, "Date"])
  } else if (k == "recover") {
    if (signer_book == b || is_demo(book_dir[signer_book]) != is_demo(vdir[v]))
      return fail(g, "J27", "an officer of another station must sign this")
    if (same_person(person, who)) return fail(g, "J27", "nobody enrols themselves")
    if (!is_called(person, b)) return fail(g, "J27", "the person was called otherwise before")
    if (new_print[g] in key_at) return fail(g, "J27", "the key is somebody's already")
    if (f[g, "Unit"] != keeper[b]) return fail(g, "J27", "it is for another station")
    for (p = 1; p <= posts; p++)
      if (post_book[p] == b && post_name[p] == "officer" && post_holds(p, t)) post_until[p] = t
    end_keys(person, b, t)
    add_key(new_print[g], person, b, t, f[g, "Unit"], page); calls(person, b)
    add_post(page, "officer", f[g, "Unit"], person, b, t, "")
    recovered[b] = recovered[b] "; recovered / 由外站恢复 on page " page " by " code_of(who) " of " signer_book
  }
  names_keys(g)
  return counts(g)
}

# Whether the code of a person, under whatever name, has a key in force in a book.
function code_has_key(who, book, t,   k) {
  for (k = 1; k <= keys; k++)
    if (key_book[k] == book && code_of(key_who[k]) == code_of(who) && (key_until[k] == "" || t < key_until[k]))
      return 1
  return 0
}

function is_post_of(p, name, unit, who, book, t) {
  return post_book[p] == book && post_name[p] == name && post_unit[p] == unit && post_who[p] == who \
    && post_holds(p, t)
}
function in_post(name, unit, who, book, t,   p) {
  for (p = 1; p <= posts; p++) if (is_post_of(p, name, unit, who, book, t)) return 1
  return 0
}
function end_posts(name, unit, who, book, t,   p) {
  for (p = 1; p <= posts; p++) if (is_post_of(p, name, unit, who, book, t)) post_until[p] = t
}

# ---- The books of entries

function is_entry(k) { return k in entry_book }
function is_wording(k) { return is_entry(k) || k == "correction" || k == "reopen" }

# The sides that sign an entry, in the order in which they are awaited.
function sides_of(k) {
  if (k == "inspection") return "inspector inspected"
  if (k == "handover") return "outgoing incoming"
  return "recorder"
}
function is_side(k, side) { return index(" " sides_of(k) " ", " " side " ") > 0 }
function other_side(side) {
  if (side == "inspector") return "inspected"
  if (side == "inspected") return "inspector"
  if (side == "outgoing") return "incoming"
  return side == "incoming" ? "outgoing" : ""
}

# Whom the page itself names for a side; "" where it names nobody.
function page_side(e, side) {
  if (side == "inspector") return f[e, "Inspector"]
  if (side == "outgoing") return f[e, "Outgoing"]
  return side == "incoming" ? f[e, "Incoming"] : ""
}

function signs_once(e) { return gkind[e] == "handover" && code_of(f[e, "Outgoing"]) == code_of(f[e, "Incoming"]) }

function judge_entry(g,   v, k, first) {
  v = gvol[g]; k = gkind[g]
  if (moment_minutes(f[g, "From"]) > moment_minutes(f[g, "To"]))
    return fail(g, "J4", "it ends before it begins")
  if (moment_minutes(f[g, "To"]) > gmin[g]) return fail(g, "J4", "it was recorded before its end")
  first = k == "patrol" ? "Team" : k == "inspection" ? "Inspecting" : "Station"
  if (code_of(f[g, first]) != owner[v]) return fail(g, "J5", "it is of another book")
  if (substr(f[g, "Date"], 1, 4) != vyear[v]) return fail(g, "J5", "it is of another year")
  if (patrol_day(moment_minutes(f[g, k == "handover" ? "To" : "From"]), vroll[v]) != f[g, "Date"])
    return fail(g, "J5", "its times are of another day")
  if (f[g, "Date"] <= closed[v] "" && !((g, "Late") in f))
    return fail(g, "J15", "its day was closed, and it does not say why it comes late")
  newest[g] = g; wording_of[g] = g
  return counts(g)
}

function judge_amendment(g,   v, k, t, e, before, from, to, n, i, part, name, is_signed) {
  v = gvol[g]; k = gkind[g]; t = gtime[g]
  e = named(f[g, "Corrects"]); before = named(f[g, "Follows"])
  if (e && gtime[e] > t || before && gtime[before] > t)
    return fail(g, "J4", "it was recorded before the page that it names")
  from = to = ""
  if (k == "correction" && e && is_entry(gkind[e])) {
    from = moment_minutes(((g, "From") in f) ? f[g, "From"] : now_says(e, "From"))
    to = moment_minutes(((g, "To") in f) ? f[g, "To"] : now_says(e, "To"))
    if (from > to || to > gmin[g])
      return fail(g, "J4", "as corrected it would end before it begins, or after it was recorded")
  }
  if (e && is_entry(gkind[e]) && f[e, "Date"] != f[g, "Date"] || substr(f[g, "Date"], 1, 4) != vyear[v])
    return fail(g, "J5", "it is of another day than the entry")
  if (from != "" && gkind[e] != "handover" && patrol_day(from, vroll[v]) != f[g, "Date"])
    return fail(g, "J5", "as corrected its times are of another day")
  if (!e || !is_entry(gkind[e]) || verdict[e] != "counts")
    return fail(g, "J6", "the entry that it names is not there, or does not count")
  if (!before || !is_wording(gkind[before]) || verdict[before] != "counts")
    return fail(g, "J6", "the page that it follows is not there, or does not count")
  is_signed = (g, "Signer") in f
  if (is_signed) {
    if (!signed_well(g)) return 0
    if (!entitled(g, e, k == "reopen" ? "officer" : "amend")) return 0
  }
  if (gvol[e] != v) return fail(g, "J14", "it stands in another volume than its entry")
  if (before != newest[e]) return fail(g, "J14", "it does not follow the newest wording")
  if (k == "reopen" ? !voided[e] : voided[e] > 0)
    return fail(g, "J14", k == "reopen" ? "the entry is not struck out" : "the entry is struck out")
  if (k == "reopen" && same_person(f[g, "Signer"], struck_by[e]))
    return fail(g, "J14", "who struck it out can't reopen it")
  if (!is_signed && attested[e])
    return fail(g, "J14", "somebody has signed the entry: this needs a signature")
  if (k != "reopen" && f[g, "Date"] <= closed[v] "" && !((g, "Late") in f))
    return fail(g, "J15", "its day was closed, and it does not say why it comes late")
  if (k == "void") {
    voided[e] = g
    struck_by[e] = substr(f[g, "Recorded"], 27)
  } else {
    voided[e] = 0
    newest[e] = g; wording_of[g] = e
    if (k == "correction") {
      n = fields[vkind[v], vkind[v]]
      for (i = 1; i <= n; i++) {
        name = field_name[vkind[v], vkind[v], i]
        if ((g, name) in changed) newer[e, name] = f[g, name]
      }
      if ((g, "Cleared") in f) {
        n = split(f[g, "Cleared"], part, " ")
        for (i = 1; i <= n; i++) newer[e, part[i]] = ""
      }
    }
  }
  if (is_signed) names_keys(g)
  return counts(g)
}

# A witness is neither side, nor of either side's unit. At a station's own inspection a fellow officer is
# let in. Sets witness_why.
function may_witness(e, refusal, t,   who, k, k2, is_enrolled, own, inspector, refuser, fellow) {
  who = f[refusal, "Witness"]; inspector = f[e, "Inspector"]; refuser = f[refusal, "Refused"]
  witness_why = "the witness is of one of the sides"
  if (same_person(who, inspector) || same_person(who, refuser) || same_person(who, f[refusal, "Signer"]))
    return 0
  own = owner[gvol[e]] == keeper[book_at[vdir[gvol[e]]]]
  fellow = own && has_post(who, book_at[vdir[gvol[e]]], " officer ", t)
  is_enrolled = 0
  for (k = 1; k <= keys; k++) {
    if (key_who[k] != who || key_from[k] > t || key_until[k] != "" && t >= key_until[k]) continue
    is_enrolled = 1
    if (key_unit[k] == code_of(f[e, "Inspected"])) return 0
    if (key_unit[k] == code_of(f[e, "Inspecting"]) && !fellow) return 0
    for (k2 = 1; k2 <= keys; k2++)
      if (key_unit[k2] == key_unit[k] && (code_of(key_who[k2]) == code_of(refuser) \
        || code_of(key_who[k2]) == code_of(inspector) && !fellow)) return 0
  }
  witness_why = "the witness is not enrolled"
  return is_enrolled
}

function judge_signing(g,   v, k, t, w, e, side, other, o, ref, p, at) {
  v = gvol[g]; k = gkind[g]; t = gtime[g]
  w = named(f[g, "Signs"]); e = 0; ref = 0
  if (w && gtime[w] > t) return fail(g, "J4", "it was recorded before the page that it names")
  if (w && k != "close") {
    if (k == "witness" || k == "review") { if (gkind[w] == "refusal") { ref = w; e = refusal_of[w] } }
    else if (is_wording(gkind[w])) e = wording_of[w]
  }
  if (e) judged_for = book_at[vdir[gvol[e]]]
  if (e && f[e, "Date"] != f[g, "Date"] || substr(f[g, "Date"], 1, 4) != vyear[v])
    return fail(g, "J5", "it is of another day than the entry")
  if (k == "close") {
    if (!w || verdict[w] != "counts" && verdict[w] != "pending")
      return fail(g, "J6", "the page that it names is not there, or does not count")
  } else if (k == "witness" || k == "review") {
    if (!ref || !e || verdict[ref] != "counts" && verdict[ref] != "pending")
      return fail(g, "J6", "the refusal that it names is not there, or does not count")
  } else if (!e || verdict[w] != "counts")
    return fail(g, "J6", "the page that it names is not there, or does not count")
  else if (k == "signature" && !is_side(gkind[e], f[g, "As"]))
    return fail(g, "J6", "such an entry has no such side")
  else if (k == "refusal" && gkind[e] != "inspection")
    return fail(g, "J6", "only an inspection can be refused")
  if (!signed_well(g)) return 0
  if (k == "witness" && f[g, "Signer"] != f[ref, "Witness"])
    return fail(g, "J10", "the refusal names another witness")
  if (!entitled(g, e, k == "signature" ? f[g, "As"] : k)) return 0

  side = k == "signature" || k == "paper" ? f[g, "As"] : k == "refusal" ? "inspected" : ""
  if (side != "" && is_side(gkind[e], side)) {
    p = k == "signature" ? f[g, "Signer"] : k == "paper" ? f[g, "Who"] : f[g, "Refused"]
    other = other_side(side)
    if (other != "" && !signs_once(e)) {
      o = page_side(e, other)
      if (o != "" && same_person(p, o)) return fail(g, "J12", "both sides are one person")
      o = signer_of[e, other, newest[e]]
      if (o && (same_person(p, f[o, "Signer"]) || k == "signature" && f[g, "Key"] == f[o, "Key"]))
        return fail(g, "J12", "both sides are one person, or one key")
      o = on_paper[e, other, newest[e]]
      if (o && same_person(p, f[o, "Who"])) return fail(g, "J12", "both sides are one person")
    }
    if (k != "refusal" && (signer_of[e, side, w] || k == "paper" && on_paper[e, side, w] \
      || signs_once(e) && (signer_of[e, other, w] || k == "paper" && on_paper[e, other, w])))
      return fail(g, "J13", "this side has signed already")
  }
  if (k == "witness" && witnessed[ref]) return fail(g, "J13", "the witness has confirmed already")
  if ((k == "signature" || k == "refusal" || k == "paper") && newest[e] != w)
    return fail(g, "J14", "it names an old wording")
  if (k == "close") {
    if (gvol[w] != v || gno[w] != gno[g] - 1)
      return fail(g, "J16", "a close names the page before it")
    if (f[g, "Date"] > gday[g]) return fail(g, "J16", "a close is of the day or an earlier one")
  }
  if (k == "refusal") {
    if (!signer_of[e, "inspector", w]) return fail(g, "J17", "the inspector has not signed")
    if (signer_of[e, "inspected", w] || on_paper[e, "inspected", w])
      return fail(g, "J17", "the inspected side has signed")
    if (refused[e]) return fail(g, "J17", "it was refused before")
    gives = allows = 0
    as_inspected(e, f[g, "RefusedBy"], f[g, "Refused"], t)
    if (!gives || !allows) return fail(g, "J17", "who refuses may not sign for the inspected side")
    if (f[g, "Signer"] != f[g, "Refused"] && ((g, "Statement") in f))
      return fail(g, "J17", "a statement is written by who refuses")
    if (!may_witness(e, g, t)) return fail(g, "J18", witness_why)
  }
  if (k == "witness" && !may_witness(e, ref, t)) return fail(g, "J18", witness_why)
  if (k == "review") {
    if (!witnessed[ref]) return fail(g, "J19", "the witness has not confirmed the refusal")
    if (reviewed[ref]) return fail(g, "J19", "the refusal was reviewed before")
    p = f[g, "Signer"]
    if (same_person(p, f[e, "Inspector"]) || same_person(p, f[ref, "Refused"]) || same_person(p, f[ref, "Witness"]) \
      || same_person(p, f[ref, "Signer"])) return fail(g, "J19", "the reviewer had a part in it")
  }
  if (e && gvol[e] != v) {
    # Only a countersignature stands elsewhere: in such a book of the signer's own directory, where the
    # unit or the station keeps it.
    at = index(gives_units " " key_unit[signer_key] " ", " " owner[v] " ") || owner[v] == keeper[signer_book]
    if (k != "signature" || vdir[v] == vdir[gvol[e]] || vdir[v] != book_dir[signer_book] \
      || vkind[v] != vkind[gvol[e]] || !at)
      return fail(g, "J20", "it stands in a volume where it does not belong")
  }
  if ((k == "signature" || k == "refusal" || k == "paper") && voided[e])
    return fail(g, "J29", "the entry is struck out")
  if (k == "paper") {
    if (!is_side(gkind[e], side)) return fail(g, "J30", "such an entry has no such side")
    if (same_person(f[g, "Who"], f[g, "Signer"]))
      return fail(g, "J30", "nobody attests for themselves")
    if (page_side(e, side) != "" && page_side(e, side) != f[g, "Who"])
      return fail(g, "J30", "the entry names another person for this side")
  }
  names_keys(g)
  if (k == "signature") { signer_of[e, side, w] = g; ever[e, side] = 1; attested[e] = 1 }
  if (k == "paper") { on_paper[e, side, w] = g; ever[e, side] = 1; attested[e] = 1 }
  if (k == "close" && f[g, "Date"] > closed[v] "") closed[v] = f[g, "Date"]
  if (k == "witness") { witnessed[ref] = g; verdict[ref] = "counts" }
  if (k == "review") reviewed[ref] = g
  if (k == "refusal") {
    refused[e] = g; refusal_of[g] = e; refused_wording[g] = w; attested[e] = 1
    verdict[g] = "pending"
    return 1
  }
  return counts(g)
}

function judge_page(g,   k) {
  k = gkind[g]; judging = g
  judged_for = book_at[vdir[gvol[g]]]; signer_book = ""
  if (vkind[gvol[g]] == "keys") return judge_keys_page(g)
  if (is_entry(k)) return judge_entry(g)
  if (k == "correction" || k == "void" || k == "reopen") return judge_amendment(g)
  return judge_signing(g)
}

# Always the volume whose next page is the oldest; each volume in its own order.
function judge_queue(of_keys,   v, g, n, next_v, turn, key, best) {
  n = 0
  for (v = 1; v <= volumes; v++)
    if (((vkind[v] == "keys") == of_keys) && good[v] > 0) {
      turn[++n] = v; at_next[v] = 1; key[v] = queue_key(vfirst[v], of_keys)
    }
  while (n > 0) {
    next_v = 0
    for (v = 1; v <= n; v++) if (!next_v || key[turn[v]] < best) { next_v = v; best = key[turn[v]] }
    v = turn[next_v]; g = vfirst[v] + at_next[v] - 1
    judge_page(g)
    if (++at_next[v] > good[v]) turn[next_v] = turn[n--]
    else key[v] = queue_key(g + 1, of_keys)
  }
}

function queue_key(g, of_keys,   v) {
  v = gvol[g]
  if (of_keys) return sprintf("%020.0f %08d %s", gtime[g] + 1e12, gno[g], vbook[v] vyear[v])
  return sprintf("%020.0f %d %s", gtime[g] + 1e12, !is_entry(gkind[g]), vbook[v] " " vyear[v])
}

function earlier_volume(v,   u) {
  # Nothing can go on from a volume without a page.
  for (u = 1; u < v; u++) if (vbook[u] == vbook[v] && vyear[u] < vyear[v] && vpages[u]) return u
  return 0
}

# J1 of a volume whose header is well written.
function misplaced(v,   g, u, why) {
  why = ""
  g = vcont[v] == "" ? 0 : named(vcont[v]); u = g ? gvol[g] : 0
  if (!(vdir[v] in book_at)) why = "its directory has no book of keys here"
  else if (vcont[v] == "" && earlier_volume(v)) why = "it does not say which page of an earlier year it continues"
  else if (vcont[v] != "" && (!u || vbook[u] != vbook[v] || vyear[u] >= vyear[v] || vdir[u] != vdir[v]))
    why = "the page that it continues is not there"
  else if (vkind[v] == "keys")
    # What a lost page of an earlier year revoked must not be good again.
    for (u = 1; u < v; u++)
      if (vbook[u] == vbook[v] && vyear[u] < vyear[v] && good[u] < vpages[u])
        why = "its volume of an earlier year can't be read to its end"
  if (why != "") { vfault[v] = "J1"; vwhy[v] = why }
}

# J1 of the volumes, and how far each can be read: J2, J3 and J4 of a page's own time end it.
function judge_places(   v, g, i, last) {
  for (v = 1; v <= volumes; v++)
    if (vfault[v] == "" && vkind[v] == "keys") {
      if (!(vbook[v] in book_dir)) book_dir[vbook[v]] = vdir[v]
      if (!(vdir[v] in book_at)) book_at[vdir[v]] = vbook[v]
      else if (book_at[vdir[v]] != vbook[v]) twice[vdir[v]] = 1
    }
  for (v = 1; v <= volumes; v++) {
    good[v] = 0
    if (vfault[v] == "") misplaced(v)
    last = ""
    for (i = 1; i <= vpages[v]; i++) {
      g = vfirst[v] + i - 1
      if (vfault[v] != "" || good[v] < i - 1) { verdict[g] = "unchecked"; continue }
      if (gfault[g] == "J3") { fail(g, "J3", gwhy[g]); continue }
      if (gfault[g] != "") { fail(g, gfault[g], gwhy[g]); continue }
      if (sum_says["b/" g] != "OK") { fail(g, "J2", "it was changed: its digest is another"); continue }
      if (i == 1 && sum_says["v/h" v] != "OK") { fail(g, "J2", "it does not follow from the header"); continue }
      if (gform[g] != "") { fail(g, "J3", gform[g]); continue }
      if (!is_stamp(f[g, "Recorded"])) { fail(g, "J4", "no clock shows its time"); continue }
      gtime[g] = stamp_t; gmin[g] = stamp_min; gday[g] = substr(f[g, "Recorded"], 1, 10)
      if (last != "" && stamp_t < last) { fail(g, "J4", "it was recorded before the page before it"); continue }
      if (stamp_t > now + 600) { fail(g, "J4", "it was recorded in the future"); continue }
      last = stamp_t
      good[v] = i
    }
  }
}

# Where an entry stands: who signed its newest wording, for whom it waits.
function state_of(e,   w, n, side, i, missing, again, paper, r, any) {
  if (voided[e]) return "void"
  w = newest[e]
  n = split(sides_of(gkind[e]), side, " ")
  missing = ""; again = paper = any = 0
  for (i = 1; i <= n; i++) {
    if (signer_of[e, side[i], w]) { any = 1; continue }
    if (on_paper[e, side[i], w]) { paper = 1; continue }
    if (missing == "") missing = side[i]
    if (ever[e, side[i]]) again = 1
  }
  if (signs_once(e) && (any || paper)) missing = ""
  if (missing == "") return paper ? "paper" : "both"
  r = refused[e]
  if (r && refused_wording[r] == w && missing == "inspected") {
    if (!witnessed[r]) return "waits-witness"
    if (!reviewed[r]) return "waits-review"
    if (f[reviewed[r], "Verdict"] == "uphold") return "refused"
  }
  if (again) return "waits-again"
  if (gkind[e] == "patrol") return "none"
  return "waits-" missing
}

# ---- The note of heads

# Reads the note strictly; "" or what is wrong. Sets note_* and signer_*[0 …].
function read_heads(file,   line, n, i, kind, body, part, s, ended, armour, own, seen) {
  n = 0
  if ((getline line < file) <= 0) return "there is no note of heads (heads.txt)"
  do { note[++n] = line } while ((getline line < file) > 0)
  close(file)
  if (note[n] != mark) return "it does not end with its last line"
  n--
  if (note[1] != "xunfang heads 2") return "its first line is another"
  if (note[2] !~ /^directory / || !is_directory(substr(note[2], 11)))
    return "line 2 names no directory"
  note_dir = substr(note[2], 11)
  if (note[3] !~ /^day / || !is_day(substr(note[3], 5))) return "line 3 is no day"
  if (note[4] !~ /^made / || !is_time(substr(note[4], 6))) return "line 4 is no time"
  is_stamp(substr(note[4], 6)); note_made = stamp_t
  note_volumes = note_keys = 0
  for (i = 5; note[i] ~ /^volume / && i <= n; i++) {
    split(note[i], part, " ")
    s = "volume " part[2] " " part[3] " " part[4] " " part[5]
    if (note[i] != s || !is_page_name(part[2] " " part[3] " No " (part[4] == "0" ? 1 : part[4])) \
      || !shaped(part[5], "fingerprint"))
      return "line " i " is no volume"
    if (i > 5 && note[i] <= note[i - 1] || (part[2], part[3]) in seen)
      return "line " i " is out of its order"
    seen[part[2], part[3]] = 1
    note_line[++note_volumes] = i
    note_book[note_volumes] = part[2]; note_year[note_volumes] = part[3]
    note_number[note_volumes] = part[4] + 0; note_digest[note_volumes] = substr(part[5], 8)
  }
  if (!note_volumes) return "it names no volume"
  for (; note[i] ~ /^key / && i <= n; i++) {
    split(note[i], part, " ")
    s = "key " part[2] " " part[3] " " part[4] " " part[5]
    if (note[i] != s || !is_keyprint(part[2]) || !is_code(part[3]) || !is_zulu(part[4]) \
      || part[5] != "-" && !is_zulu(part[5]))
      return "line " i " is no key"
    if (note_keys && note[i] <= note[i - 1] || part[2] in seen)
      return "line " i " is out of its order"
    seen[part[2]] = 1
    key_line[++note_keys] = i
    note_print[note_keys] = part[2]; note_code[note_keys] = part[3]
    note_from[note_keys] = part[4]; note_until[note_keys] = part[5]
  }
  if (note[i] != "lines " note_volumes + note_keys)
    return "line " i " does not count the lines above it"
  i++
  body = ""
  for (kind = 1; kind < i; kind++) body = body note[kind] "\n"
  if (note[i] !~ /^fingerprint / || !shaped(substr(note[i], 13), "fingerprint"))
    return "line " i " is no fingerprint"
  note_fingerprint = substr(note[i], 20)
  to_hash(body, "b/heads", note_fingerprint)
  body = body note[i] "\n"
  note_signers = 0
  for (i++; i <= n; i++) {
    kind = note_signers ? "cosigned" : "signed"
    split(note[i], part, " ")
    s = kind " " part[2] " " part[3] " " part[4] " " part[5] " " part[6] " " part[7] " No " part[9] " sha256 " part[11]
    if (note[i] != s || !is_directory(part[2]) || !is_code(part[3]) || !is_time(part[4]) || !is_keyprint(part[5]) \
      || !is_reference(part[6] " " part[7] " No " part[9] " sha256 " part[11]))
      return "line " i " is not of this note"
    if (kind == "signed" ? part[2] != note_dir : part[2] == note_dir)
      return "line " i " is of another directory"
    own = i
    armour = ""; ended = 0
    for (i++; i <= n && !ended; i++) {
      armour = armour (armour == "" ? "" : "\n") note[i]
      if (note[i] == "-----END SSH SIGNATURE-----") ended = 1
    }
    i--
    if (!is_sshsig(armour)) return "line " own " has no signature"
    note_signers++
    signer_line[note_signers] = own; signer_dir[note_signers] = part[2]; signer_code[note_signers] = part[3]
    is_stamp(part[4]); signer_time[note_signers] = stamp_t
    signer_print[note_signers] = part[5]
    signer_ref[note_signers] = part[6] " " part[7] " No " part[9] " sha256 " part[11]
    signer_blob[note_signers] = to_verify(body note[own] "\n", armour, namespace(note_dir, "heads"))
  }
  if (!note_signers) return "it is not signed"
  return ""
}

function is_time(s) { return s ~ stamp_alone_re && substr(s, 21, 2) substr(s, 24, 2) <= "1400" && is_stamp(s) }
function is_zulu(s) {
  return length(s) == 15 && s ~ /^[0-9]+Z$/ \
    && is_day(substr(s, 1, 4) "-" substr(s, 5, 2) "-" substr(s, 7, 2)) \
    && is_clock(substr(s, 9, 2) ":" substr(s, 11, 2)) && substr(s, 13, 2) < 60
}

# Whether the signer of a line was an officer in force: "" or what is wrong. The page of the book of keys
# that the line names is told of as a page of the note is: it is the books that changed then.
function signer_fault(i,   g, k, b, t, who, part, place, line) {
  b = book_at[signer_dir[i]]; t = signer_time[i]
  if (t > now + 600 || t < note_made) return "was signed at a time that can't be"
  if (book_of(signer_ref[i]) != b) return "names another book of keys"
  g = named(signer_ref[i])
  if (g && gtime[g] > t) return "names a page of the book of keys that was not there"
  if (!g) {
    split(signer_ref[i], part, " ")
    g = at_page[part[1] " " part[2] " No " part[4]]
    place = "books/" part[2] "/" part[1] ".rec"; line = "line " signer_line[i] " of the note has "
    if (g == "") found(place, part[4], "H2", line "this page, and it is not here")
    else if (gdigest[g] != part[6]) found(place, part[4], "H1", line "another page here")
  }
  k = (signer_print[i] in key_at) ? key_at[signer_print[i]] : ""
  if (k == "" || key_book[k] != b || code_of(key_who[k]) != signer_code[i] || !key_of(signer_print[i], key_who[k], b, t))
    return "is signed with a key that is not the signer's, or was not in force"
  who = key_who[k]
  if (!has_post(who, b, i == 1 ? " officer " : " officer office ", t))
    return "is signed by somebody who was no officer"
  return ""
}

function broken_book(b,   v) {
  for (v = 1; v <= volumes; v++) if (vbook[v] == b && good[v] < vpages[v]) return 1
  return 0
}

function found(path, n, rule, why) {
  if ((path, n, rule) in told) return
  told[path, n, rule] = 1
  finding[++findings] = path ":" n " " rule " " why
}

# Why the note is none, "" for a whole one.
function note_fault(fault,   i, s) {
  if (fault != "") return fault
  if (sum_says["b/heads"] != "OK") return "its fingerprint is another"
  if (note_made > now + 600) return "it was made in the future"
  for (i = 1; i <= note_signers; i++) {
    if (answer[signer_blob[i]] != signer_print[i])
      return "the signature of line " signer_line[i] " does not hold"
    if (!(signer_dir[i] in book_at)) {
      if (i == 1) return "its directory has no book of keys here"
      left_out("who signed line " signer_line[i] " of heads.txt: that directory's book of keys is not here")
      continue
    }
    s = signer_fault(i)
    if (s == "") continue
    if (broken_book(book_at[signer_dir[i]]) || findings)
      left_out("who signed line " signer_line[i] " of heads.txt: the book of keys is not what it was")
    else return "line " signer_line[i] " " s
  }
  return ""
}

function compare_heads(   i, v, g, k, h, n, in_note, new_pages, new_volumes, new_keys, late, why) {
  late = note_made - 600
  new_pages = new_volumes = new_keys = 0
  for (i = 1; i <= note_volumes; i++) {
    v = volume_at[note_book[i], note_year[i]]
    in_note[note_book[i], note_year[i]] = i
    if (v == "") {
      found("books/" note_year[i] "/" note_book[i] ".rec", note_number[i], "H2", "the note has this volume, and it is not here")
      continue
    }
    n = note_number[i]
    if (vpages[v] < n) { heads_found(v, n, "H2", "the note has this page, and the volume ends before it"); continue }
    if (n == 0) continue
    g = vfirst[v] + n - 1
    if (gdigest[g] != note_digest[i] || sum_says["b/" g] != "OK") heads_found(v, n, "H1", "the note has another page here")
    else if (vdir[v] != note_dir && vfault[v] == "") heads_found(v, n, "H1", "the volume is of another directory")
  }
  for (v = 1; v <= volumes; v++) {
    if (vdir[v] != note_dir) continue
    i = in_note[vbook[v], vyear[v]]
    n = i == "" ? 0 : note_number[i]
    if (i == "") new_volumes++
    for (h = n + 1; h <= vpages[v]; h++) {
      new_pages++
      g = vfirst[v] + h - 1
      if (h <= good[v] && gtime[g] < late) heads_found(v, h, "H4", "it came after the note and is dated before it")
    }
  }
  for (i = 1; i <= note_keys; i++) {
    k = (note_print[i] in key_at) ? key_at[note_print[i]] : ""; in_note[note_print[i]] = 1
    why = ""
    if (k == "" || key_book[k] != book_at[note_dir]) why = "the note has this key, and the book of keys does not"
    else if (zulu(key_from[k]) != note_from[i] || code_of(key_who[k]) != note_code[i])
      why = "the key is another's, or in force since another time"
    else if (note_until[i] != "-" ? key_until[k] == "" || zulu(key_until[k]) != note_until[i] \
      : key_until[k] != "" && key_until[k] < note_made) why = "the key ended at another time"
    if (why != "") found("heads.txt", 0, "H3", "line " key_line[i] ": " why)
  }
  for (k = 1; k <= keys; k++)
    if (key_book[k] == book_at[note_dir] && !(key_print[k] in in_note)) {
      new_keys++
      if (key_from[k] < late)
        heads_found(gvol[key_page[k]], gno[key_page[k]], "H3", "the note lacks this key, and it is older")
    }
  return "compared / 比了: " note_volumes " volumes, " note_keys " keys; new since / 之后新增: " \
    new_pages " pages, " new_volumes " volumes, " new_keys " keys"
}

function heads_found(v, n, rule, why) { found(path[v], n, rule, why) }

function left_out(what) { omitted[++omissions] = what }

# ---- The whole

function output(   v, i, g, s, e, fault, said, waiting, status, signatures, four) {
  fault = note_fault(heads_fault)
  said = ""
  if (fault == "") said = compare_heads()
  for (i = 1; i <= strays; i++) print stray[i]
  status = strays || findings
  waiting = 0
  for (v = 1; v <= volumes; v++) {
    if (vfault[v] != "") { print path[v] ":0 " vfault[v] " " vwhy[v]; status = 1 }
    for (i = 1; i <= vpages[v]; i++) {
      g = vfirst[v] + i - 1
      if (verdict[g] ~ /^J/) { print path[v] ":" i " " verdict[g] " " reason[g]; status = 1 }
      if (verdict[g] == "unchecked") { status = 1; unchecked++ }
    }
  }
  for (i = 1; i <= findings; i++) print finding[i]
  for (v = 1; v <= volumes; v++)
    for (i = 1; i <= vpages[v]; i++) {
      g = vfirst[v] + i - 1
      if (show) print "page", vbook[v], vyear[v], i, verdict[g]
    }
  for (v = 1; v <= volumes; v++)
    for (i = 1; i <= vpages[v]; i++) {
      g = vfirst[v] + i - 1
      if (verdict[g] != "counts" || !is_entry(gkind[g])) continue
      s = state_of(g)
      if (s ~ /^waits-/) waiting++
      if (show && (gkind[g] != "patrol" || attested[g])) print "entry", vbook[v], vyear[v], i, s
    }
  if (unchecked) print "not checked / 未查: " unchecked " pages behind a break of their volume"
  print "not checked / 未查: values beyond their shape: tables of codes, NFC, lengths (J3)"
  print "not checked / 未查: registers: who is the same person there (J12), names of titles"
  print "not checked / 未查: allowed_signers (J28), which is nothing that this check relies on"
  print "not checked / 未查: marks beside pages that count (M1 to M12), but M6, a book of keys that was recovered"
  print "not checked / 未查: a time stamp of the note (RFC 3161): " \
    "openssl ts -verify -data heads.txt -in heads.tsr -CAfile tsa-root.pem -attime SECONDS"
  for (i = 1; i <= omissions; i++) print "not checked / 未查: " omitted[i]
  if (said != "") print said
  # Nothing in these books says whether a station's first key is that station's, nor whether who recovered
  # it might: they are shown, to be compared with what is known.
  for (v = 1; v <= volumes; v++)
    if (vkind[v] == "keys" && !((vbook[v]) in listed_root)) {
      listed_root[vbook[v]] = 1
      g = root_of[vbook[v]]
      s = g ? "first officer " code_of(f[g, "Signer"]) " " f[g, "Key"] : "no first page that counts"
      print "book of keys / 密钥簿: " vbook[v] " of " vdir[v] ": " s recovered[vbook[v]]
    }
  for (v = 1; v <= volumes; v++)
    if (is_demo(vdir[v])) { print "a demo / 演示: " vdir[v] ": its signatures prove nothing outside it"; break }
  if (fault != "") { print "could not check / 无法核对: heads.txt is not a whole note / 这不是一张完整的头单: " fault; status = 2 }
  if (!keys) { print "could not check / 无法核对: there is no book of keys"; status = 2 }
  if (!page_blobs) { print "could not check / 无法核对: nothing here is signed"; status = 2 }
  if (note_fingerprint != "") {
    four = ""
    for (i = 1; i <= 64; i += 4) four = four " " substr(note_fingerprint, i, 4)
    print "fingerprint sha256:" substr(four, 2) (fault == "" ? "" : " (of a note that is not whole)")
  }
  print "pages " pages " signatures " page_blobs " keys " keys " waiting " waiting
  print status ? "NOT ALL AGREE" : "all agree"
  exit status
}

BEGIN {
  mark = "\002"
  # mawk takes a minus where it finds no number: all counts begin as numbers.
  pages = volumes = blobs = merges = keys = posts = findings = strays = omissions = unchecked = 0
  day_re = "^" quad(4) "-" quad(2) "-" quad(2) "$"
  stamp_alone_re = "^" quad(4) "-" quad(2) "-" quad(2) "T" quad(2) ":" quad(2) ":" quad(2) "[+-]" quad(2) ":" quad(2)
  stamp_re = stamp_alone_re " "
  stamp_alone_re = stamp_alone_re "$"
  code_re = "^[A-Z0-9]+(-[A-Z0-9]+)*$"
  page_name_re = "^[A-Z0-9]+(-[A-Z0-9]+)*\\.[a-z]+ " quad(4) " No [1-9][0-9]*$"
  next_byte = "[\200-\277]"
  utf8_re = "^([ -~]|[\302-\337]" next_byte "|\340[\240-\277]" next_byte \
    "|[\341-\354\356\357]" next_byte next_byte "|\355[\200-\237]" next_byte \
    "|\360[\220-\277]" next_byte next_byte "|[\361-\363]" next_byte next_byte next_byte \
    "|\364[\200-\217]" next_byte next_byte ")*$"
  # U+0080-009F, 061C, 200B-200F and 2028-202E, 2060-2069, FEFF.
  unseen_re = "\302[\200-\237]|\330\234|\342\200[\213-\217\250-\256]|\342\201[\240-\251]|\357\273\277"
  for (i = 0; i < 256; i++) char_of[sprintf("%02x", i)] = i < 32 || i > 126 ? "?" : sprintf("%c", i)
  s = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  for (i = 1; i <= 64; i++) base64[substr(s, i, 1)] = i - 1
  base64["="] = 0
  n = split("00 01 26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05 " \
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a ec ed ee", part, " ")
  for (i = 1; i <= n; i++) {
    s = part[i]
    while (length(s) < 62) s = s (i < 3 ? "00" : "ff")
    if (length(s) < 64) s = s (i < 3 ? "00" : "7f")
    small_order[s] = 1
  }
  read_kinds(work "/kinds")

  while ((getline line < (work "/odd")) > 0) stray[++strays] = shown(line) ":0 J1 it is no regular file"
  while ((getline line < (work "/others")) > 0) left_out(shown(line) ", which is no volume")
  listed = 0
  while ((getline line < (work "/list")) > 0) {
    listed++
    v = volumes + 1
    n = split(line, part, "/")
    name = part[n]
    if (line !~ place_shape() || !known(name)) {
      stray[++strays] = shown(line) ":0 J1 no volume has its place there"
      continue
    }
    volumes = v
    path[v] = line; vyear[v] = part[2]; vbook[v] = substr(name, 1, length(name) - 4)
    vkind[v] = vbook[v]; sub(/^.*\./, "", vkind[v])
    owner[v] = substr(vbook[v], 1, length(vbook[v]) - length(vkind[v]) - 1)
    if (vkind[v] == "keys") keeper[vbook[v]] = owner[v]
    volume_at[vbook[v], vyear[v]] = v
    if (!read_volume(v, work "/v/" listed)) exit 2
    # A crash may leave a file without a byte where a volume was to begin: that is none.
    if (header_lines == 0) {
      left_out(shown(line) ", which is empty: a volume that was not begun")
      delete volume_at[vbook[v], vyear[v]]
      volumes--
    }
  }
  page_blobs = blobs
  heads_fault = read_heads(work "/heads")
  if (step == "split") {
    for (g = 1; g <= pages; g++) if ((g, "NewKey") in f) print f[g, "NewKey"], g > (work "/newkeys")
    exit 0
  }
  while ((getline line < (work "/sums.said")) > 0) {
    n = index(line, ": "); sum_says[substr(line, 1, n - 1)] = substr(line, n + 2)
  }
  while ((getline line < (work "/newkeys.said")) > 0) { split(line, part, " "); new_print[part[3]] = part[2] }
  for (i = 0; i < 2; i++)
    while ((getline line < (work "/sigs.said." i)) > 0) {
      n = split(line, part, " ")
      if (part[2] == "Good") answer[part[1]] = part[n]
    }
  year = substr(today, 1, 4)
  now = days(year + 0, substr(today, 5, 2) + 0, substr(today, 7, 2) + 0) * 86400 \
    + substr(today, 9, 2) * 3600 + substr(today, 11, 2) * 60 + substr(today, 13, 2)
  judge_places()
  judge_queue(1)
  judge_queue(0)
  output()
}

function place_shape() { return "^books/" quad(4) "/[A-Z0-9]+(-[A-Z0-9]+)*\\.[a-z]+\\.rec$" }
function known(name,   kind) { kind = name; sub(/\.rec$/, "", kind); sub(/^.*\./, "", kind); return kind in known_book }
END

find books -type f -name '*.rec' | sort > "$work/list"
find books ! -type f ! -type d -o -type d -name '*.rec' | sort > "$work/odd"
find books -type f ! -name '*.rec' | sort > "$work/others"
test -s "$work/list" || could_not "there is no volume in books"
test -f heads.txt || : > "$work/heads"

# What is judged is a copy, so that nothing changes between hashing and judging. awk can't hold a NUL
# and does not see whether the last line has its end: the copy has \001 and a mark instead.
copy() {
  { tr '\000' '\001' < "$1" && printf '\002\n'; } > "$2" || could_not "$1 can't be read"
}
n=0
while IFS= read -r file; do
  n=$((n + 1))
  if test -f "$file"; then copy "$file" "$work/v/$n"; else : > "$work/v/$n"; fi
done < "$work/list"
if test -f heads.txt; then copy heads.txt "$work/heads"; fi

run() {
  awk -v step="$1" -v work="$work" -v show="$pages" -v today="$(date -u +%Y%m%d%H%M%S)" -f "$work/check.awk"
}
run split || could_not "the volumes can't be read"

for file in sums sums.said newkeys newkeys.said sigs.0 sigs.1 sigs.said.0 sigs.said.1; do
  test -f "$work/$file" || : > "$work/$file"
done
(cd "$work" && sha256sum -c sums > sums.said 2> /dev/null)
# Each line is a key and the number of its page, which ssh-keygen takes for a comment and repeats.
ssh-keygen -l -f "$work/newkeys" > "$work/newkeys.said" 2> /dev/null
# ssh-keygen verifies one signature at a time and says whose key made it. Two at once, for two cores.
verify() {
  while read -r n space; do
    printf '%s ' "$n"
    ssh-keygen -Y check-novalidate -n "$space" -s "$work/s/$n" < "$work/m/$n" 2> /dev/null || echo bad
  done < "$work/sigs.$1" > "$work/sigs.said.$1"
}
verify 0 &
verify 1
wait

run judge
