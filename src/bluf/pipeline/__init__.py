"""Plan and do: which brief, which view, which template, which file. The composition root.

What stands behind this door is loaded when it is asked for: a command loads the rooms it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.pipeline.cluster import ClusterError
    from bluf.pipeline.delivery import Delivery, deliver, stale, written
    from bluf.pipeline.earlier import read_for
    from bluf.pipeline.examination import Examined, examine, examine_file, examine_template
    from bluf.pipeline.executors import Executor, executor
    from bluf.pipeline.fix import Rewrite, rewrites
    from bluf.pipeline.fonts import add_fonts
    from bluf.pipeline.making import make
    from bluf.pipeline.order import (
        Order,
        Output,
        Product,
        Tally,
        audience_named,
        for_audience,
        order_from,
    )
    from bluf.pipeline.plan import DATA_NAMES, NoBriefError, Subjects, find_briefs, find_subjects
    from bluf.pipeline.pulling import (
        Home,
        Pulled,
        UnknownFileError,
        bring_home,
        cleaned,
        decided,
        home_of,
        is_tracked,
        pull,
        record_differences,
    )
    from bluf.pipeline.register import (
        faults_between,
        filled_product,
        read_cards,
        read_cards_for,
        register_product,
        render_register,
    )
    from bluf.pipeline.remembering import keep
    from bluf.pipeline.running import compare_all, examine_all, examine_templates, make_all
    from bluf.pipeline.store import Store, cache_folder
    from bluf.pipeline.templates import (
        TemplateMissingError,
        find_template,
        shipped_folder,
        template_kinds,
    )
    from bluf.pipeline.verdicts import PageReport
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
