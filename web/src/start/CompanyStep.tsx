// Which company it is, where its days begin, and in what it counts money.

import { Autocomplete, Button, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type Company, company, setCompany } from "../api/start";
import { useMe } from "../session/me";
import { text } from "../text";
import { Waiting } from "../ui/Page";
import { problemInWords } from "../ui/Problem";
import { currencies, zones } from "./places";
import css from "./start.module.css";

const words = text.start.company;

export function CompanyStep({ goOn }: { goOn: () => void }) {
  const found = useQuery(company);
  const me = useMe();
  if (found.data === undefined) return <Waiting lines={3} />;
  if (!me?.permissions.includes("workspace.edit")) {
    return <p>{found.data ? words.is(found.data.name, found.data.timezone) : words.askAdmin}</p>;
  }
  return <Form begin={found.data} goOn={goOn} />;
}

function Form({ begin, goOn }: { begin: Company | null; goOn: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(begin?.name ?? "");
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [timezone, setTimezone] = useState(begin?.timezone ?? here);
  const [currency, setCurrency] = useState(begin?.currency ?? "EUR");
  const keeping = useMutation({
    mutationFn: setCompany,
    onSuccess: (kept) => {
      client.setQueryData(company.queryKey, kept);
      void client.invalidateQueries({ queryKey: ["ready-charters"] });
      goOn();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    keeping.mutate({ name: name.trim(), timezone, currency: currency.trim().toUpperCase() });
  };
  return (
    <form onSubmit={send} className={css.form}>
      <TextInput
        label={words.name}
        name="company"
        autoComplete="organization"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Autocomplete
        label={words.zone}
        description={words.zoneHint}
        name="timezone"
        required
        limit={8}
        data={zones()}
        value={timezone}
        onChange={setTimezone}
      />
      <Autocomplete
        label={words.currency}
        name="currency"
        required
        limit={8}
        maxLength={3}
        data={currencies()}
        value={currency}
        onChange={setCurrency}
      />
      {keeping.isError && (
        <p role="alert" className={css.trouble}>
          {problemInWords(keeping.error)}
        </p>
      )}
      <div>
        <Button type="submit" loading={keeping.isPending}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
