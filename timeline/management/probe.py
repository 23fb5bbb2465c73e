"""Exit 0 when this machine's Dateline answers /healthz: the health check of the container."""

import os
import sys
import urllib.error
import urllib.request


def main() -> None:
    # A host that is allowed, or Django refuses to answer; ".example.org" allows its subdomains.
    host = os.environ.get("ALLOWED_HOSTS", "").split(",")[0].strip().lstrip(".")
    port = os.environ.get("PORT", "8000")
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/healthz",
        headers={"Host": "localhost" if host in ("", "*") else host},
    )
    try:
        urllib.request.urlopen(request, timeout=4).close()  # noqa: S310 - the address is ours
    except (urllib.error.URLError, OSError) as error:
        sys.exit(f"/healthz: {error}")


if __name__ == "__main__":
    main()
