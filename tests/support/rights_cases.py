"""Every use case of the table of rights, called for real.

A call that is `whole` does its act whenever the table lets it. The others may meet another refusal (nothing of that
name is there): what they show is that the right is asked, and asked first.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from desk.articles import NewArticle
from desk.bookings import BookingEdit, BookingKind
from desk.cards import Loss
from desk.discounts import Discount
from desk.errors import Refused
from desk.guests import GuestComing, Why
from desk.invoices import InvoiceOrder, Terms
from desk.opening import SpecialDay, WeekdayHours
from desk.organisations import ContactEdit, OrganisationEdit
from desk.override import Insistence
from desk.passes import PassOrder
from desk.people import MemberEdit, NewPerson
from desk.prices import NewExtra
from desk.printing.states import Purpose
from desk.privacy import Retention
from desk.refunds import CorrectionOrder
from desk.rights import Act
from desk.rules import Rules
from desk.settings import HoursChange
from desk.tax_sides import TaxSide
from desk.training import FOLDER
from models.catalogue import PriceCategory, PriceUnit
from models.closings import ClosingPeriod
from models.deposits import DepositMode
from models.lending import ThingKind
from models.passes import DayPart
from models.staff import Role
from tests.support.practice import place_practice
from tests.support.rights_acts import (
    BUYER,
    FREE,
    HALF,
    LATER,
    NO_ONE,
    OTHER,
    PRICE,
    STANDARD,
    WHOLE,
    Case,
    calendar,
    closed,
    confirmed,
    drawn,
    forced,
    lent,
    on_a_wire,
    pays,
    printer,
    published,
    saved,
    self_,
    tried,
)
from tests.support.rights_scene import COFFEE, PAID, PIN, ROOM, Scene


def practised(s: Scene) -> object:
    """To practice and back; begun anew only by who holds it there."""
    if not (s.desk.folder / FOLDER).exists():
        place_practice(s.desk.folder)
    opened = s.desk.training.enter(unattended=True)
    if isinstance(opened, Refused):
        return opened
    opened.desk.staff.lock()
    refused = s.desk.training.begin_anew(opened)
    assert isinstance(refused, Refused)
    s.desk.training.leave(opened)
    s.hold()
    return None


CASES: tuple[Case, ...] = (
    # the door
    Case("Checkin.scan", lambda s: s.desk.checkin.scan(NO_ONE), WHOLE),
    Case("PresenceList.save_roll_call", lambda s: s.desk.presence.save_roll_call(s.new(".pdf")), WHOLE),
    Case("PrintQueue.print_document", lambda s: s.desk.queue.print_document(s.desk.presence.roll_call()), WHOLE),
    Case("Staff.sign_in", lambda s: (s.desk.staff.sign_in(s.ids["leaver"], "9"), s.hold())[0]),
    Case("Staff.vouch", lambda s: s.desk.staff.vouch(NO_ONE, PIN)),
    Case("Staff.carry_over", lambda s: (s.desk.staff.carry_over("nobody"), s.hold())[0]),
    Case("Training.enter", practised),
    Case("Training.leave", practised),
    Case("Training.begin_anew", practised),
    Case("Staff.lock", lambda s: (s.desk.staff.lock(), s.hold())[0]),
    Case("Staff.sign_out", lambda s: (s.desk.staff.sign_out(), s.hold())[0]),
    Case("Checkin.arrive_or_leave", lambda s: s.desk.checkin.arrive_or_leave(s.ids["edited"]), WHOLE),
    Case("Checkin.leave", lambda s: s.desk.checkin.leave(NO_ONE)),
    Case("Checkin.undo", lambda s: s.desk.checkin.undo(NO_ONE)),
    Case("Checkin.seat", lambda s: s.desk.checkin.seat(s.ids["visit"], "la-ruche", None)),
    Case(
        "Guests.let_in",
        lambda s: s.desk.door.guests.let_in(GuestComing("Zoé", Why.TRIAL, "", "zoe@essai.example")),
        WHOLE,
    ),
    Case("Override.let_in", lambda s: s.desk.door.override.let_in(NO_ONE, Insistence("réunion"))),
    Case("", forced, WHOLE, Act.FORCE_ENTRY),
    Case("Choices.choose", lambda s: s.desk.door.choices.choose(NO_ONE, "x")),
    Case("Groups.one_out", lambda s: s.desk.door.groups.one_out(NO_ONE)),
    Case("Groups.take_back", lambda s: s.desk.door.groups.take_back(NO_ONE)),
    Case("Groups.print_paper", lambda s: s.desk.door.groups.print_paper(NO_ONE)),
    Case("Groups.save_paper", lambda s: s.desk.door.groups.save_paper(NO_ONE, s.new())),
    Case("Departures.note_left", lambda s: s.desk.departures.note_left({NO_ONE: s.desk.clock.now()})),
    Case("Departures.note_still_here", lambda s: s.desk.departures.note_still_here(NO_ONE)),
    Case("Crowds.add", lambda s: s.desk.crowds.add(NO_ONE, 1)),
    Case("Crowds.count", lambda s: s.desk.crowds.count(NO_ONE, 1)),
    Case("Crowds.end", lambda s: s.desk.crowds.end(NO_ONE)),
    # the counter
    Case("Passes.sell", lambda s: s.desk.passes.sell(PassOrder(STANDARD, DayPart.DAY), pays(2400)), WHOLE),
    Case("Shop.sell", lambda s: s.desk.shop.sell(COFFEE, PAID), WHOLE),
    Case("Rentals.rent", lambda s: s.desk.rentals.rent(s.rental(), pays(3000)), WHOLE),
    Case("Renewals.renew", lambda s: s.desk.door.renewals.renew(s.ids["inside"], "regular", pays(30000)), WHOLE),
    Case("RentalDues.charge", lambda s: s.desk.dues.charge(NO_ONE, PAID)),
    Case("Overtime.charge", lambda s: s.desk.overtime.charge(NO_ONE, s.desk.clock.now(), PAID)),
    Case("Quotes.make", lambda s: s.desk.quotes.make(s.rental()), WHOLE),
    Case("Quotes.take_up", lambda s: s.desk.quotes.take_up(NO_ONE, PAID)),
    Case("Quotes.withdraw", lambda s: s.desk.quotes.withdraw(NO_ONE)),
    Case("Quotes.renew", lambda s: s.desk.quotes.renew(NO_ONE)),
    Case("Quotes.print_it", lambda s: s.desk.quotes.print_it(NO_ONE)),
    Case("Quotes.save_pdf", lambda s: s.desk.quotes.save_pdf(NO_ONE, s.new())),
    Case("", lambda s: s.desk.shop.sell(FREE, HALF), WHOLE, Act.DISCOUNT),
    Case("", lambda s: s.desk.quotes.make(s.rental(discounts=(Discount(1000, "ami"),))), WHOLE, Act.DISCOUNT),
    Case("", lambda s: s.desk.door.renewals.renew(s.ids["inside"], "regular", is_granted=True), WHOLE, Act.GRANT_PLAN),
    Case(
        "",
        lambda s: s.desk.people.welcome(NewPerson("Ida", "Donnée", plan_code="regular", is_granted=True)),
        WHOLE, Act.GRANT_PLAN,
    ),
    Case("Refunds.correct", lambda s: s.desk.refunds.correct(CorrectionOrder(s.sold(), "erreur")), WHOLE),
    Case("", lambda s: s.desk.refunds.correct(CorrectionOrder(s.sold(OTHER), "erreur")), WHOLE, Act.CORRECT_ANY_SALE),
    Case(
        "",
        lambda s: s.desk.refunds.correct(CorrectionOrder(s.sold(), "geste", keeps=True)),
        WHOLE, Act.REFUND_WHAT_SERVED,
    ),
    # the money
    Case("Till.count_float", lambda s: s.desk.till.count_float(0), WHOLE),
    Case("Till.abandon", lambda s: s.desk.till.abandon("café", 100), WHOLE),
    Case("Drawer.put_in", lambda s: s.desk.closings.drawer.put_in(100, "monnaie"), WHOLE),
    Case("Drawer.take_out", lambda s: s.desk.closings.drawer.take_out(1, "timbre")),
    Case("Drawer.count", lambda s: s.desk.closings.drawer.count({100: 1}), WHOLE),
    Case("Closings.close_day", closed, WHOLE),
    Case("Closings.close_longer", lambda s: s.desk.closings.close_longer(ClosingPeriod.MONTH)),
    Case("Closings.close_ended", lambda s: s.desk.closings.close_ended()),
    Case("Closings.set_fiscal_month", lambda s: s.desk.closings.set_fiscal_month(9), WHOLE),
    Case("Hour.confirm", confirmed, WHOLE),
    Case("Closings.print_reading", lambda s: s.desk.closings.print_reading(), WHOLE),
    Case("Closings.save_reading", lambda s: s.desk.closings.save_reading(s.new(".pdf")), WHOLE),
    Case("Reports.print_report", lambda s: s.desk.closings.reports.print_report(NO_ONE)),
    Case("Reports.save_a4", lambda s: s.desk.closings.reports.save_a4(NO_ONE, s.new())),
    Case("Invoices.make", lambda s: s.desk.invoices.make(InvoiceOrder((s.sold(),), BUYER)), WHOLE),
    Case("Invoices.credit", lambda s: s.desk.invoices.credit(NO_ONE)),
    Case("Invoices.pdf", lambda s: s.desk.invoices.pdf(NO_ONE)),
    Case("Invoices.print_it", lambda s: s.desk.invoices.print_it(NO_ONE)),
    Case("Invoices.remind", lambda s: s.desk.invoices.remind(NO_ONE)),
    Case("Invoices.settle", lambda s: s.desk.invoices.settle(NO_ONE, PAID)),
    Case("Invoices.save_pdf", lambda s: s.desk.invoices.save_pdf(NO_ONE, s.new())),
    Case("Invoices.set_terms", lambda s: s.desk.invoices.set_terms(Terms(register="RCS Nanterre")), WHOLE),
    Case("Invoices.export", lambda s: s.desk.invoices.export(2026, s.new()), WHOLE),
    Case("Accounts.export", lambda s: s.desk.accounts.export("vat", 2026, s.folder()), WHOLE),
    Case(
        "Accounts.set_account",
        lambda s: s.desk.accounts.set_account(s.desk.accounts.chart()[0].key, "530199"),
        WHOLE,
    ),
    Case("Archives.make", lambda s: s.desk.accounts.archives.make(2026, s.folder())),
    # spaces and things
    Case("Bookings.hold", lambda s: s.desk.bookings.hold(s.wish()), WHOLE),
    Case("Bookings.make", lambda s: s.desk.bookings.make(s.wish()), WHOLE),
    Case("Bookings.hold_event", lambda s: s.desk.bookings.hold_event(s.wish(), 5)),
    Case("Bookings.hold_series", lambda s: s.desk.bookings.hold_series(s.wish(), "FREQ=DAILY;COUNT=2"), WHOLE),
    Case("Bookings.edit", lambda s: s.desk.bookings.edit(s.booked(), BookingEdit(title="Autre")), WHOLE),
    Case("Bookings.move", lambda s: s.desk.bookings.move(s.booked(), s.wish().starts_at), WHOLE),
    Case("Bookings.end_at", lambda s: s.desk.bookings.end_at(NO_ONE, s.wish().ends_at)),
    Case("Bookings.free_now", lambda s: s.desk.bookings.free_now(NO_ONE)),
    Case("Bookings.cancel", lambda s: s.desk.bookings.cancel(s.booked()), WHOLE),
    Case("Bookings.undo", lambda s: s.desk.bookings.undo(NO_ONE)),
    Case("Bookings.arrived", lambda s: s.desk.bookings.arrived(NO_ONE)),
    Case("Bookings.release", lambda s: s.desk.bookings.release(NO_ONE)),
    Case("Bookings.count_participants", lambda s: s.desk.bookings.count_participants(NO_ONE, 3)),
    Case(
        "Bookings.set_policy",
        lambda s: s.desk.bookings.set_policy(replace(s.desk.bookings.policy(), quote_days=9)),
        WHOLE,
    ),
    Case("", lambda s: s.desk.bookings.hold(s.wish(3, "dîner", BookingKind.RENTAL)), WHOLE, Act.BOOK_WHEN_CLOSED),
    Case("Bookings.release_by_itself", lambda s: s.desk.bookings.release_by_itself()),
    Case("Crowds.end_due", lambda s: s.desk.crowds.end_due()),
    Case("Calendars.apply", lambda s: s.desk.calendars.apply(calendar(s)), WHOLE),
    Case("Calendars.undo", lambda s: s.desk.calendars.undo(NO_ONE)),
    Case("Lending.lend", lent, WHOLE),
    Case("Lending.give_back", lambda s: s.desk.lending.give_back(s.ids["loan"]), WHOLE),
    Case("Lending.take_back", lambda s: s.desk.lending.take_back(NO_ONE)),
    Case("Lending.add", lambda s: s.desk.lending.add(f"Clé {s.new().name}", ThingKind.KEY), WHOLE),
    Case("Lending.rename", lambda s: s.desk.lending.rename(NO_ONE, "Badge")),
    Case("Lending.retire", lambda s: s.desk.lending.retire(NO_ONE)),
    Case("Deposits.take", lambda s: s.desk.deposits.take(s.rented(), DepositMode.CHEQUE, 5000), WHOLE),
    Case("Deposits.give_back", lambda s: s.desk.deposits.give_back(NO_ONE, 1)),
    Case("Deposits.ask_of", lambda s: s.desk.deposits.ask_of(ROOM, 5000), WHOLE),
    Case("Wholes.put_out_of_order", lambda s: s.desk.wholes.put_out_of_order("atelier", "fuite"), WHOLE),
    Case("Wholes.put_back_in_order", lambda s: s.desk.wholes.put_back_in_order("atelier"), WHOLE),
    Case("Wholes.declare", lambda s: s.desk.wholes.declare("Tout", ("bureau-1", "bureau-2")), WHOLE),
    Case("Wholes.remove", lambda s: s.desk.wholes.remove(NO_ONE)),
    # people
    Case("People.welcome", lambda s: s.desk.people.welcome(NewPerson("Noé", "Essai")), WHOLE),
    Case("People.edit", lambda s: s.desk.people.edit(s.ids["edited"], MemberEdit("Edith", "Essai")), WHOLE),
    Case("People.receive_parcel", lambda s: s.desk.people.receive_parcel(s.ids["inside"]), WHOLE),
    Case("People.hand_over", lambda s: s.desk.people.hand_over(s.ids["inside"])),
    Case("People.take_back", lambda s: s.desk.people.take_back(s.ids["inside"])),
    Case("People.block", lambda s: s.desk.people.block(s.ids["edited"], "impayé"), WHOLE),
    Case("People.unblock", lambda s: s.desk.people.unblock(s.ids["edited"]), WHOLE),
    Case("Cards.replace", lambda s: s.desk.cards.replace(s.ids["carded"], Loss.LOST), WHOLE),
    Case("Cards.revoke", lambda s: s.desk.cards.revoke(s.ids["lost"], "perdue"), WHOLE),
    Case("Cards.issue", lambda s: s.desk.cards.issue(s.ids["lost"]), WHOLE),
    Case("Cards.print_cards", lambda s: s.desk.cards.print_cards((1,)), WHOLE),
    Case("Imports.apply", lambda s: s.desk.imports.apply(s.previews["names"]), WHOLE),
    Case("Imports.undo", lambda s: s.desk.imports.undo(NO_ONE)),
    Case("Imports.export", lambda s: s.desk.imports.export(s.new(".xlsx")), WHOLE),
    Case("", lambda s: s.desk.imports.apply(s.previews["plans"]), WHOLE, Act.IMPORT_PLANS),
    Case("Organisations.create", lambda s: s.desk.organisations.create(OrganisationEdit("Nouvelle maison")), WHOLE),
    Case(
        "Organisations.correct",
        lambda s: s.desk.organisations.correct(s.ids["kept"], OrganisationEdit("Corrigée")),
        WHOLE,
    ),
    Case("Organisations.put_away", lambda s: s.desk.organisations.put_away(s.ids["kept"], away=True), WHOLE),
    Case(
        "Organisations.note_contact",
        lambda s: s.desk.organisations.note_contact(s.ids["kept"], ContactEdit("Bo")),
        WHOLE,
    ),
    Case(
        "Organisations.export_contact",
        lambda s: s.desk.organisations.export_contact(s.ids["contact-kept"], s.new()),
        WHOLE,
    ),
    Case("Organisations.merge", lambda s: s.desk.organisations.merge(s.ids["kept"], s.ids["merged"]), WHOLE),
    Case("Organisations.forget_contact", lambda s: s.desk.organisations.forget_contact(s.ids["contact-kept"]), WHOLE),
    Case("Privacy.export", lambda s: s.desk.privacy.export(s.ids["inside"], s.new(".json")), WHOLE),
    Case("Privacy.erase", lambda s: s.desk.privacy.erase(s.ids["erased"]), WHOLE),
    Case("Privacy.set_retention", lambda s: s.desk.privacy.set_retention(Retention(12, 3)), WHOLE),
    Case("Privacy.apply_retention", lambda s: s.desk.privacy.apply_retention()),
    # the house
    Case("Prices.set_price", lambda s: s.desk.prices.set_price(PRICE), WHOLE),
    Case("Prices.withdraw_price", lambda s: s.desk.prices.withdraw_price(PRICE), WHOLE),
    Case("Prices.set_rate", lambda s: s.desk.prices.set_rate("normal", 2100, LATER), WHOLE),
    Case("Prices.withdraw_rate", lambda s: s.desk.prices.withdraw_rate("normal", LATER)),
    Case("Articles.add", lambda s: s.desk.articles.add(NewArticle("Sirop", ((STANDARD, 150),))), WHOLE),
    Case("Articles.withdraw", lambda s: s.desk.articles.withdraw("coffee")),
    Case("Articles.put_back", lambda s: s.desk.articles.put_back("coffee")),
    Case("Prices.add_extra", lambda s: s.desk.prices.add_extra(NewExtra("Micro", PriceUnit.EACH, 500)), WHOLE),
    Case(
        "CategoryReadings.choose",
        lambda s: s.desk.readings.choose(PriceCategory.STANDARD, TaxSide.GROSS),
        WHOLE,
    ),
    Case("RuleBook.change", lambda s: s.desk.door.rules.change(Rules(3, 1, 30, 90)), WHOLE),
    Case(
        "HouseSettings.change",
        lambda s: s.desk.settings.house.change(replace(s.desk.settings.house.now(), city="Vanves")),
        WHOLE,
    ),
    Case("HoursSettings.apply", lambda s: s.desk.settings.hours.apply(HoursChange(closed_on_holidays=False))),
    Case("Opening.set_weekday", lambda s: s.desk.opening.set_weekday(WeekdayHours(6, time(10), time(12))), WHOLE),
    Case("Opening.set_special", lambda s: s.desk.opening.set_special(SpecialDay(LATER, None, None, "fête")), WHOLE),
    Case("Opening.remove_special", lambda s: s.desk.opening.remove_special(LATER), WHOLE),
    Case("PlanEditing.open", lambda s: s.desk.plan_editing.open()),
    Case("PlanEditing.save", saved, WHOLE),
    Case("PlanEditing.publish", published),
    Case("PlanEditing.withdraw", lambda s: s.desk.plan_editing.withdraw(drawn(s))),
    Case("PlanEditing.discard", lambda s: s.desk.plan_editing.discard(), WHOLE),
    Case("PlanEditing.bring", lambda s: s.desk.plan_editing.bring(s.desk.drawing, "rdc", s.new())),
    Case("PlanEditing.save_svg", lambda s: s.desk.plan_editing.save_svg(s.desk.drawing, s.new(".svg")), WHOLE),
    Case("PlanEditing.save_pdf", lambda s: s.desk.plan_editing.save_pdf(s.desk.drawing, s.new(".pdf"))),
    Case("Plans.take_effect", lambda s: s.desk.plans.take_effect()),
    # paper and machines
    Case("Receipts.print_again", lambda s: s.desk.receipts.print_again(s.sold()), WHOLE),
    Case("Receipts.save", lambda s: s.desk.receipts.save(NO_ONE, s.new())),
    Case("PrintQueue.retry", lambda s: s.desk.queue.retry(NO_ONE)),
    Case("PrintQueue.confirm", lambda s: s.desk.queue.confirm(NO_ONE)),
    Case("PrintQueue.cancel", lambda s: s.desk.queue.cancel(NO_ONE)),
    Case("PrintQueue.reroute", lambda s: s.desk.queue.reroute(NO_ONE, NO_ONE)),
    Case("PrintQueue.recover", lambda s: s.desk.queue.recover()),
    Case("PrintQueue.deliver_next", lambda s: s.desk.queue.deliver_next()),
    Case("PrintQueue.deliver_all", lambda s: None),
    Case("PrintQueue.set_printer", lambda s: s.desk.queue.set_printer(on_a_wire(s)), WHOLE),
    Case("Printers.add", lambda s: s.desk.printers.add(on_a_wire(s)), WHOLE),
    Case("Printers.change", lambda s: s.desk.printers.change(NO_ONE, on_a_wire(s))),
    Case("Printers.assign", lambda s: s.desk.printers.assign(Purpose.CARDS, NO_ONE)),
    Case("Printers.remove", lambda s: s.desk.printers.remove(NO_ONE)),
    Case("Trials.test_page", lambda s: s.desk.printers.trials.test_page(printer(s)), WHOLE),
    Case("Trials.open_drawer", lambda s: s.desk.printers.trials.open_drawer(printer(s))),
    Case("Backups.make", lambda s: s.desk.backups.make(s.folder()), WHOLE),
    Case("Backups.after_closing", lambda s: s.desk.backups.after_closing()),
    Case("Diagnostics.save", lambda s: s.desk.diagnostics.save(s.new(".zip"), {}), WHOLE),
    Case("Backups.found", lambda s: s.desk.backups.found(None)),
    Case("Backups.drill", tried, WHOLE),
    Case("Backups.choose_folder", lambda s: s.desk.backups.choose_folder(s.folder()), WHOLE),
    # the team
    Case("Staff.change_pin", lambda s: s.desk.staff.change_pin(self_(s), PIN, PIN), WHOLE),
    Case("Staff.enrol", lambda s: s.desk.staff.enrol("", PIN, Role.MANAGER)),
    Case("Staff.enrol_facilitator", lambda s: s.desk.staff.enrol_facilitator("Neuve", PIN), WHOLE),
    Case("Staff.set_manager", lambda s: s.desk.staff.set_manager(s.ids["leaver"], True), WHOLE),
    Case("Staff.retire", lambda s: s.desk.staff.retire(s.ids["leaver"]), WHOLE),
    Case("Staff.take_back", lambda s: s.desk.staff.take_back(s.ids["leaver"]), WHOLE),
    Case("", lambda s: s.desk.staff.change_pin(s.ids["leaver"], "9876"), False, Act.TEAM),
)  # fmt: skip
