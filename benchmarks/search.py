"""From a key in the search field to painted results, and the parts of it: median and worst, in milliseconds.

The floor is the same window painting its results list with nothing to search (a repaint alone).
Run: python3 dev.py bench search
"""

import os
import statistics
import tempfile
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
WORDS = ("rock solid", "futenma", "japan", "the", "security treaty", "kishi nobusuke", "senkaku", "unc")
FRAME = 1000 / 60


def main() -> None:
    """Type every word letter by letter and time each letter."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["BLUEBOOK_HOME"] = home
        from PySide6.QtCore import QEventLoop

        from bluebook_desktop.gui.app import make_application
        from bluebook_desktop.gui.main_window import MainWindow
        from bluebook_desktop.gui.theme import Theme
        from bluebook_desktop.paths import user_folders
        from bluebook_desktop.services.library import open_library
        from bluebook_desktop.settings import Settings

        application = make_application()
        opened = open_library(user_folders())
        window = MainWindow(Theme(application, "light"), Settings(None), opened.library)
        window.resize(1280, 800)
        window.open_first()
        window.complete()
        window.show()
        results = window.workspace.side.results()
        done: list[object] = []
        show = results.show_result

        def shown(result: object) -> None:
            show(result)  # type: ignore[arg-type]
            done.append(result)

        results.show_result = shown  # type: ignore[method-assign]
        times, floor = [], []
        for word in WORDS:
            window.workspace.top.field.clear()
            application.processEvents()
            for letter in word:
                done.clear()
                begun = time.perf_counter()
                window.workspace.top.field.insert(letter)
                while not done and letter != " ":
                    application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
                application.processEvents()
                results.repaint()
                times.append((time.perf_counter() - begun) * 1000)
                begun = time.perf_counter()
                results.repaint()
                floor.append((time.perf_counter() - begun) * 1000)
        middle, least = statistics.median(times), statistics.median(floor)
        print(f"a key to painted results  median {middle:5.1f} ms  worst {max(times):5.1f} ms  ({len(times)} keys)")
        print(f"the repaint alone         median {least:5.1f} ms  ratio {middle / least:.1f}")
        print(f"one frame                        {FRAME:5.1f} ms  ratio {middle / FRAME:.2f} (aim below 1)")
        window.close()
        opened.close()


if __name__ == "__main__":
    main()
