"""How gunicorn serves Dateline. GUNICORN_CMD_ARGS overrides any of it."""

import os
import sys
from pathlib import Path

bind = f"0.0.0.0:{os.environ.get('PORT', '8000')}"

# One blocking request a worker: threads made whole pages slower when measured.
worker_class = "sync"
_processes = os.environ.get("WEB_CONCURRENCY", "2").strip()
if not _processes.isdecimal() or int(_processes) < 1:
    sys.exit(f"Dateline cannot start: WEB_CONCURRENCY={_processes!r}: write a number from 1 up.")
workers = int(_processes)

# Load once, then fork: workers share memory, and a bad setting stops the start with its
# sentence instead of restarting workers for ever.
preload_app = True

timeout = 30
max_requests = 10_000
max_requests_jitter = 1_000

# The heartbeat must not wait for a disk; nobody talks to the control socket.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
control_socket_disable = True

accesslog = "-"
errorlog = "-"
