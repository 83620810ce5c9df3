// Imports: what is asked of the server, and what is done with them.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api, done, type Schemas } from "./client";

export type Import = Schemas["ImportDocument"];
export type Report = Schemas["ImportReport"];
export type Suggestion = Schemas["SuggestionDocument"];
export type Known = Schemas["Known"];

const PAGE = 50;
/** While an import runs it is asked for so often. */
const RUNNING_MS = 1000;

export const imports = infiniteQueryOptions({
  queryKey: ["imports"],
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: PAGE, ...(pageParam === "" ? {} : { cursor: pageParam }) };
    return answer(api.GET("/api/v1/imports", { params: { query }, signal }));
  },
  initialPageParam: "",
  getNextPageParam: (last) => last.next_cursor ?? undefined,
});

export const oneImport = (id: number) =>
  queryOptions({
    queryKey: ["import", id],
    queryFn: async ({ signal }) =>
      answer(api.GET("/api/v1/imports/{import}", { params: { path: { import: id } }, signal })),
    refetchInterval: (query) => (query.state.data?.state === "running" ? RUNNING_MS : false),
  });

export const mappingOf = (id: number) =>
  queryOptions({
    queryKey: ["import", id, "mapping"],
    queryFn: async ({ signal }) =>
      answer(
        api.GET("/api/v1/imports/{import}/mapping", { params: { path: { import: id } }, signal }),
      ),
  });

/** What the columns seem to mean, with what is known better. */
export const suggestion = (id: number, files: string, known: Known) =>
  queryOptions({
    queryKey: ["import", id, "suggestion", files, known],
    queryFn: async ({ signal }) =>
      answer(
        api.POST("/api/v1/imports/{import}/suggestions", {
          params: { path: { import: id } },
          body: known,
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export function openImport(): Promise<Import> {
  return answer(api.POST("/api/v1/imports"));
}

export function removeImport(id: number): Promise<void> {
  return done(api.DELETE("/api/v1/imports/{import}", { params: { path: { import: id } } }));
}

export function upload(id: number, file: File): Promise<Import> {
  const params = { path: { import: id, name: file.name } };
  return answer(
    api.PUT("/api/v1/imports/{import}/files/{name}", {
      params,
      // The description knows bytes as numbers only.
      body: file as unknown as number[],
      bodySerializer: (body: unknown) => body as BodyInit,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

export function removeFile(id: number, name: string): Promise<void> {
  const params = { path: { import: id, name } };
  return done(api.DELETE("/api/v1/imports/{import}/files/{name}", { params }));
}

export function keepMapping(id: number, text: string): Promise<Import> {
  const params = { path: { import: id } };
  return answer(api.PUT("/api/v1/imports/{import}/mapping", { params, body: { text } }));
}

export function preview(id: number): Promise<Schemas["PreviewDocument"]> {
  const params = { path: { import: id } };
  return answer(api.POST("/api/v1/imports/{import}/previews", { params, body: {} }));
}

export function run(id: number): Promise<Import> {
  const params = { path: { import: id } };
  return answer(api.POST("/api/v1/imports/{import}/runs", { params, body: {} }));
}

export function retraction(id: number): Promise<Schemas["RetractionPreview"]> {
  const params = { path: { import: id } };
  return answer(api.GET("/api/v1/imports/{import}/retractions", { params }));
}

export function retract(id: number): Promise<Schemas["RetractionDone"]> {
  const params = { path: { import: id } };
  return answer(api.POST("/api/v1/imports/{import}/retractions", { params }));
}

/** Where the rejected rows of a file can be had. */
export function rejectsAddress(id: number, name: string): string {
  return `/api/v1/imports/${id}/rejects/${encodeURIComponent(name)}`;
}
