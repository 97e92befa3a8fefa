"""Mentions to actors, claims to findings, articles to stories: many articles read as one, under people's judgements."""
