"""The command plan-new: its questions and the text it writes."""
