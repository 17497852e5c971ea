"""Where the frozen `bluebook` begins: the command line."""

from bluebook_desktop.cli.main import main

main()
