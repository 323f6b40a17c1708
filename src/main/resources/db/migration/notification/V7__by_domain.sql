-- What waits for one domain, so that what stands behind it is found without reading it.
create index message_domain_due_idx
    on notification.message ((domain collate "C"), priority, (coalesce(next_attempt_at, created_at)))
    where state in ('WAITING', 'SENDING');
