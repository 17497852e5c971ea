"""Where the frozen `bluebook-desktop` begins: the window."""

from bluebook_desktop.__main__ import main

main()
