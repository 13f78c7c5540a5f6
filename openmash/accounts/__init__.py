"""Agencies, hubs, practitioners, their memberships and sign-in."""
