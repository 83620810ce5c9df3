"""Sends with Segment's library for Python, as its documentation shows it."""

import sys
from datetime import datetime, timedelta, timezone

import segment.analytics as analytics

failures = []
analytics.host, analytics.write_key = sys.argv[1:3]
analytics.gzip = True
analytics.max_retries = 1
analytics.on_error = lambda error, items: failures.append(str(error))

hour_ago = datetime.now(timezone.utc) - timedelta(hours=1)
analytics.page(anonymous_id="python-browser", name="Pricing", properties={"path": "/pricing"})
analytics.identify(
    "python-user",
    {"email": "python@example.com", "firstName": "Ann", "lastName": "Python", "title": "CTO"},
    anonymous_id="python-browser",
)
analytics.track("python-user", "Demo Requested", {"plan": "pro"}, timestamp=hour_ago)
analytics.group("python-user", "python-group", {"name": "Python Ltd", "employees": 120})
analytics.screen("python-user", "App", "Home")
analytics.alias("python-before", "python-user")
analytics.track("python-before", "Webinar Attended")
analytics.flush()
analytics.shutdown()
if failures:
    sys.exit("\n".join(failures))
