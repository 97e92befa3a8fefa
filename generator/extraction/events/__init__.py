"""Happenings: what an article says that someone did to someone, where and when (PLOVER types)."""

from generator.extraction.events.find import find_events

__all__ = ["find_events"]
