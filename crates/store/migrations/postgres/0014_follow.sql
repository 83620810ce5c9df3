-- What was decided after a place, for whoever follows: other servers, and the screens of people.
CREATE INDEX change_set_by_sequence ON change_set (sequence);
