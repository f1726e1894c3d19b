"""Direktionsmøde: from agenda to minutes."""
