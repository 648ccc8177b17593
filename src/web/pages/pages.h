// The pages, one function each: it reads the visit's parameters, asks the
// domain once, and names the view to show. routes.cpp says at which address.
#pragma once

#include <string>

#include "http/router.h"
#include "web/page.h"
#include "web/site.h"

namespace waymark::web {

Page home(const Visit& visit, const http::PathParams& path);
Page find(const Visit& visit, const http::PathParams& path);
Page find_list(const Visit& visit, const http::PathParams& path);  // To print.
Page meeting(const Visit& visit, const http::PathParams& path);
Page programmes(const Visit& visit, const http::PathParams& path);
Page programme(const Visit& visit, const http::PathParams& path);
Page helplines(const Visit& visit, const http::PathParams& path);
Page number(const Visit& visit, const http::PathParams& path);
Page overdose_card_page(const Visit& visit, const http::PathParams& path);
Page sources(const Visit& visit, const http::PathParams& path);
Page now(const Visit& visit, const http::PathParams& path);
Page setting(const Visit& visit, const http::PathParams& path);
Page match(const Visit& visit, const http::PathParams& path);
Page match_three(const Visit& visit, const http::PathParams& path);  // A sheet for visits.
Page match_how(const Visit& visit, const http::PathParams& path);
Page treatment(const Visit& visit, const http::PathParams& path);
Page place(const Visit& visit, const http::PathParams& path);
Page compare(const Visit& visit, const http::PathParams& path);
Page first_call(const Visit& visit, const http::PathParams& path);
Page shortlist(const Visit& visit, const http::PathParams& path);
Page start_today(const Visit& visit, const http::PathParams& path);
Page emergency_sheet(const Visit& visit, const http::PathParams& path);  // To print or show.
Page naloxone(const Visit& visit, const http::PathParams& path);
Page family(const Visit& visit, const http::PathParams& path);
Page handbook(const Visit& visit, const http::PathParams& path);
Page learn(const Visit& visit, const http::PathParams& path);
Page article(const Visit& visit, const http::PathParams& path);
Page medication(const Visit& visit, const http::PathParams& path);
Page cards(const Visit& visit, const http::PathParams& path);       // For the wallet.
Page first_week(const Visit& visit, const http::PathParams& path);  // A pack to print.
Page handout_sheet(const Visit& visit, const http::PathParams& path);
Page about(const Visit& visit, const http::PathParams& path);

// Which public lists cover the host's community.
Page host_start(const Visit& visit, const http::PathParams& path);

// What is wrong with a meeting or a place, for the host to look into.
Page report(const Visit& visit, const http::PathParams& path);
http::Response send_report(const Visit& visit, const http::PathParams& path);
Page report_sent(const Visit& visit, const http::PathParams& path);
// The form again, with what was typed, for one network's sixth report in an hour.
Page too_many_reports(const Visit& visit);

// What to say for a status of 400 or more: what happened, and what to do.
Page error_page(const Visit& visit, int status);

// What to put on a page of notes, and, once it is chosen, the way to that page.
http::Response handout(const Visit& visit);
// The same choice, where the address of a page of notes cannot be taken.
struct HandoutAsked;
Page handout_choice(const Visit& visit, const HandoutAsked& asked);

// The same search as a PDF that folds for the pocket.
http::Response pocket_list(const Visit& visit, const http::PathParams& path);

// For the reader's own calendar: one meeting, or all that a search finds.
http::Response meeting_calendar(const Visit& visit, const http::PathParams& path);
http::Response search_calendar(const Visit& visit, const http::PathParams& path);

// What this phone keeps, and what is shown in place of a page it does not keep
// while there is no connection.
Page offline(const Visit& visit, const http::PathParams& path);
// The service worker, registered only when a reader asks to keep a page.
http::Response offline_worker(const Visit& visit);
// For "Add to home screen": the site's name, icons and colours.
http::Response web_manifest(const Visit& visit);

// "Leave": forget what this site stored in the browser, and go somewhere plain.
http::Response leave(const Visit& visit);

// "Not sure?" on the first page: three answers, and the door they lead to.
http::Response door(const Visit& visit);

// A place put on the reader's list, or taken off it, and back to where they were.
http::Response change_shortlist(const Visit& visit);

// The handbook as a PDF (?size=a4&articles=SLUG,SLUG); whole books are kept in `books`.
class PrintedBooks;
http::Response handbook_file(const Visit& visit, PrintedBooks& books);

// The cards for the wallet as a PDF.
http::Response cards_file(const Visit& visit);

// One side of the overdose card, as a file of its own.
http::Response overdose_card_file(const Visit& visit);

// The reader's choice of a language, in a cookie, and back to where they were.
http::Response choose_language(const Visit& visit);

// The country whose numbers every page shows, likewise; the host's own again
// when that one is chosen.
http::Response choose_country(const Visit& visit);

}  // namespace waymark::web
