"""What each phase of the season asks for and allows."""
