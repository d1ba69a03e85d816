#!/usr/bin/env python3
"""Measures days turned on the home screen, key to the last byte of the frame that answers it, in a
pseudo-terminal of 120x40, and in how many pieces a frame comes.

    bench-day.py PROGRAM DIRECTORY
"""
import fcntl, os, pty, select, statistics, struct, sys, termios, time

program, where = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.environ["TERM"] = "xterm-256color"
    os.execv(program, [program, "--data", where])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))


def drain(quiet):
    last, pieces = None, 0
    while select.select([terminal], [], [], quiet)[0]:
        os.read(terminal, 65536)
        last, pieces = time.perf_counter(), pieces + 1
    return last, pieces


drain(2.0)
times, pieces = [], []
for key in "[" * 250 + "]" * 150:
    begun = time.perf_counter()
    os.write(terminal, key.encode())
    select.select([terminal], [], [], 3)
    last, count = drain(0.04)
    times.append((last - begun) * 1000)
    pieces.append(count)
os.kill(child, 9)
os.waitpid(child, 0)
times.sort()
median, p99 = statistics.median(times), times[int(len(times) * 0.99) - 1]
print(f"a day turned: {len(times)} keys   median {median:.1f} ms   p99 {p99:.1f} ms"
      f"   pieces a frame {statistics.median(pieces):.0f}")
