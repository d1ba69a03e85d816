#!/usr/bin/env python3
"""Measures filtering as one types over 20,000 members and 5,000 informants: key to the last byte of
the frame that answers it, in a pseudo-terminal of 120x40. Also how long their import takes.

    bench-filter.py PROGRAM DIRECTORY
"""
import fcntl, os, pty, select, statistics, struct, subprocess, sys, termios, time

program, where = sys.argv[1:]
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "建国志强秀英春生树田成才得胜铁柱玉兰长河大勇家和"


def name(i):
    return SURNAMES[i % 20] + GIVEN[i // 20 % 24] + GIVEN[i // 480 % 24]


def make():
    """A city of a thousand teams, its people imported from two tables in GB 18030."""
    subprocess.run([program, "generate", where, "--teams", "1000", "--years", "1", "--entries", "1000"],
                   check=True, capture_output=True)
    os.remove(f"{where}/register/S01/members.rec")
    tables = {
        "members": ["姓名,队伍,联系电话,入队日期,职务,专兼职"] + [
            f"{name(i)},T{i % 50 + 1:03d},+86 100 {i // 10000:04d} {i % 10000:04d},"
            f"2026年{i % 9 + 1}月{i % 27 + 1}日,队员,专职" for i in range(20000)],
        "informants": ["姓名,工作路段,联系电话,类别,登记日期"] + [
            f"{name(i)},路段{i % 300},1009{i:07d},环卫保洁,2026.{i % 9 + 1}.{i % 27 + 1}"
            for i in range(5000)],
    }
    for kind, lines in tables.items():
        path = f"{where}-{kind}.csv"
        with open(path, "w", encoding="gb18030") as file:
            file.write("\n".join(lines) + "\n")
        begun = time.perf_counter()
        subprocess.run([program, "import", kind, path, "--data", where], check=True, capture_output=True)
        print(f"import of {len(lines) - 1:>6} {kind:<24}{time.perf_counter() - begun:>10.2f} s")


KEYS = {"Home": "\x1b[H", "Tab": "\t", "Down": "\x1b[B", "F7": "\x1b[18~", "BS": "\x7f"}
TYPED = ("w j g BS BS BS z h a n g BS BS BS BS BS l b BS BS 1 0 0 BS BS BS z h j BS BS BS " * 8).split()


def measure(title, way):
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(program, [program, "--data", where])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def drain(quiet):
        last = None
        while select.select([terminal], [], [], quiet)[0]:
            os.read(terminal, 65536)
            last = time.perf_counter()
        return last

    def press(key):
        begun = time.perf_counter()
        os.write(terminal, KEYS.get(key, key).encode())
        select.select([terminal], [], [], 3)
        return (drain(0.06) - begun) * 1000

    drain(1.0)
    time.sleep(2.5)
    drain(0.5)
    for key in way:
        press(key)
    times = sorted(press(key) for key in TYPED)
    os.kill(child, 9)
    os.waitpid(child, 0)
    median, p99 = statistics.median(times), times[int(len(times) * 0.99) - 1]
    print(f"filter {title:<24} {len(times)} keys   median {median:.1f} ms   p99 {p99:.1f} ms")


if not os.path.isdir(where):
    make()
measure("20,000 members", ["Home", "7", "Tab", "F7"])
measure("5,000 informants", ["Home", "7", "Down", "F7"])
