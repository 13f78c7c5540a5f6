"""OpenMASH: the front door of a UK Multi-Agency Safeguarding Hub."""
