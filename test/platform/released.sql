-- A small installation as the first release (drizzle/0000) left it: something in every table.
insert into account (id, email, name, password_hash, operator_since) values
  ('ada', 'ada@example.org', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA', now()),
  ('emmy', 'emmy@example.org', 'Emmy', '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA', null);
insert into session (id_hash, account_id, expires_at) values ('0f', 'ada', now() + interval '10 days');
insert into token (id, account_id, secret_hash, label) values ('token', 'ada', '1f', 'a script');
insert into reading_group (id, slug, name, timezone) values ('group', 'grokking', 'Grokking club', 'Europe/Berlin');
insert into membership (id, group_id, account_id, role) values
  ('m-ada', 'group', 'ada', 'owner'), ('m-emmy', 'group', 'emmy', 'member');
insert into invitation (id, group_id, code_hash, role, expires_at, max_uses, created_by) values
  ('invitation', 'group', '2f', 'member', now() + interval '1 day', 5, 'ada');
insert into invitation_use (invitation_id, account_id) values ('invitation', 'emmy');
insert into paper (id, arxiv_id, arxiv_version, title, title_key, abstract, authors, author_count, published_on, completed_at) values
  ('paper', '2201.02177', 1, 'Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets',
   'grokkinggeneralizationbeyondoverfittingonsmallalgorithmicdatasets', 'Networks that learn late.',
   '["Alethea Power"]', 1, '2022-01-06', now()),
  ('other', null, null, 'Another paper', 'anotherpaper', '', '[]', null, null, null);
insert into feed_day (source, day, checked_at) values ('hf', '2026-06-12', now());
insert into feed_source (source, last_succeeded_at) values ('hf', now());
insert into feed_listing (source, day, paper_id, upvotes) values ('hf', '2026-06-12', 'paper', 12);
insert into queue (id, group_id, name) values ('queue', 'group', 'Queue');
insert into nomination (id, queue_id, paper_id, proposed_by, pitch) values
  ('n-paper', 'queue', 'paper', 'emmy', 'Why so late?'), ('n-other', 'queue', 'other', 'ada', '');
insert into interest (nomination_id, account_id) values ('n-paper', 'ada');
insert into ballot (id, group_id, title, method, opened_by, closes_at) values
  ('ballot', 'group', 'What next?', 'approval', 'ada', now() + interval '1 day');
insert into ballot_option (ballot_id, nomination_id, position) values
  ('ballot', 'n-paper', 0), ('ballot', 'n-other', 1);
insert into vote (ballot_id, account_id, choice) values ('ballot', 'ada', '{"approved": ["n-paper"]}');
insert into series (id, group_id, title, rrule, starts_on, start_time, timezone) values
  ('series', 'group', 'Thursdays', 'FREQ=WEEKLY;BYDAY=TH', '2026-06-04', '18:00', 'Europe/Berlin');
insert into meeting (id, group_id, series_id, occurs_on, title, starts_at, duration_minutes, ballot_id) values
  ('meeting', 'group', 'series', '2026-06-11', 'Thursdays', '2026-06-11T16:00Z', 60, 'ballot');
insert into agenda_item (id, meeting_id, paper_id, nomination_id, lead_id, position) values
  ('item', 'meeting', 'paper', 'n-paper', 'emmy', 0);
insert into note (id, group_id, meeting_id, title, created_by) values
  ('note', 'group', 'meeting', 'Thursdays, 11 June', 'ada');
-- One update of Yjs that writes "Late." into the text of the note; the snapshot is of the same state.
insert into note_head (note_id, head) values ('note', 1);
insert into note_update (note_id, seq, payload, account_id) values ('note', 1, '\x0101070004010474657874054c6174652e00', 'ada');
insert into note_snapshot (note_id, seq, state) values ('note', 1, '\x0101070004010474657874054c6174652e00');
