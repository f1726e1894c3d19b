"""What people say of the plan: signals that are settled, and views that are saved under a name."""

from dashboard.records.saved_views import forget_view, save_view
from dashboard.records.settling import settle_signal, unsettle_signal

__all__ = ["forget_view", "save_view", "settle_signal", "unsettle_signal"]
