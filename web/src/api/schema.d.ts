// Generated from web/openapi.json by web/build/codegen.mjs. Do not change by hand.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List accounts, the most urgent first. You see those with a lead that you see. */
        get: {
            parameters: {
                query?: {
                    /** @description Only in this stage of accounts, by its id. */
                    stage?: string;
                    /** @description Only with this person or team. */
                    who?: string;
                    /** @description Only with a name or an identifier that contains this. */
                    text?: string;
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one account: where it is, why, who belongs to it, and what is pursued with it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, name, or what another system calls it */
                    account: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AccountPage"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say how well both sides are aligned: few parts, each with what is behind it, and their trend. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alignment"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alignment/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a part of the index, a lead as often as it counts. */
        get: {
            parameters: {
                query: {
                    /**
                     * @description `acceptance`, `kept_by_marketing` or `kept_by_sales`; with `:of` after it, those of whom it
                     *     is a share.
                     * @example acceptance
                     */
                    figure: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Share what was won, or what reached a stage, among the touches before. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description What touches are counted by: `channel` (when not said), `touch`, `campaign` or a trait.
                     * @example campaign
                     */
                    by?: string;
                    /** @description Leads that reached this stage, instead of opportunities won. */
                    stage?: string;
                    /**
                     * @description `first`, `last`, `linear`, `u_shaped`, `w_shaped`, `time_decay`, `markov` or `shapley`,
                     *     instead of the charter's.
                     */
                    model?: string;
                    /** @description Touches so many days before the result, from 1 to 3650, instead of the charter's window. */
                    window_days?: number;
                    /** @description For `time_decay`, from 1 to 3650; 7 when not said. */
                    half_life_days?: number;
                    /** @description Only results at this time or later. */
                    from?: string;
                    /** @description Only results before this time. */
                    until?: string;
                    /**
                     * @description As it was known at this time, at the latest now: what was recorded, and the charter that was
                     *     adopted, by then.
                     */
                    as_known?: string;
                    /** @description For the list: the value whose results are listed; empty for touches without one. */
                    value?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Attribution"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/attribution/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the results in which a value has a part. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description What touches are counted by: `channel` (when not said), `touch`, `campaign` or a trait.
                     * @example campaign
                     */
                    by?: string;
                    /** @description Leads that reached this stage, instead of opportunities won. */
                    stage?: string;
                    /**
                     * @description `first`, `last`, `linear`, `u_shaped`, `w_shaped`, `time_decay`, `markov` or `shapley`,
                     *     instead of the charter's.
                     */
                    model?: string;
                    /** @description Touches so many days before the result, from 1 to 3650, instead of the charter's window. */
                    window_days?: number;
                    /** @description For `time_decay`, from 1 to 3650; 7 when not said. */
                    half_life_days?: number;
                    /** @description Only results at this time or later. */
                    from?: string;
                    /** @description Only results before this time. */
                    until?: string;
                    /**
                     * @description As it was known at this time, at the latest now: what was recorded, and the charter that was
                     *     adopted, by then.
                     */
                    as_known?: string;
                    /** @description For the list: the value whose results are listed; empty for touches without one. */
                    value?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttributedResults"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who changed what, the last change first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only by them, by handle. */
                    who?: string;
                    /** @description Only of this: `user.changed`, or `user` for everything of users. */
                    what?: string;
                    /** @description Only from then on. */
                    from?: string;
                    /** @description Only before then. */
                    until?: string;
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read another charter over everything that happened, beside the one in force. Nothing is
         *     recorded.
         * @description What is not done within `wait_ms` goes on after the answer: ask for it at the address under
         *     `Location`. One runs at a time, the others wait for their turn; at most 4 of a user and 32 in all
         *     wait or run. Each is kept by the server that ran it, for 15 minutes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewBacktest"];
                };
            };
            responses: {
                /** @description begun, and perhaps done */
                202: {
                    headers: {
                        /** @description where to ask for it */
                        Location?: string;
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BacktestRun"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/backtests/{backtest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask how far a backtest of one's own is, and what it found. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description For how long to wait until it is done before answering, in milliseconds: at most 10,000; by
                     *     default not at all.
                     */
                    wait_ms?: number;
                };
                header?: never;
                path: {
                    /** @description the id */
                    backtest: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BacktestRun"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Cancel a backtest of one's own, or forget what it found. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    backtest: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description cancelled */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the charter in force. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CharterDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of the charter. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Versions"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a charter's file: all problems at once with their lines, or what it says in plain words. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sound"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a charter's file as a form, with changes made to it: comments, order and everything else
         *     stay as they are. The file need not be sound, and may not be after it.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Changing"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Formed"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/charters/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one version of the charter. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the number of the version, from 1 */
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CharterDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what share of leads had come to a stage by each age, by when they began. Leads that still
         *     wait are not dropped, and those whose way ended otherwise are not taken for waiting.
         */
        get: {
            parameters: {
                query?: {
                    /** @description The stage that leads come to; the one at which they are handed to sales when not said. */
                    stage?: string;
                    /** @description `week`, `month` (when not said) or `quarter`, of the calendar in the charter's zone. */
                    every?: string;
                    /** @description Only leads that began at this time or later. */
                    from?: string;
                    /** @description Only leads that began before this time. */
                    until?: string;
                    /**
                     * @description Ages in calendar days, from 0 to 3650, with commas between them, at most 60; the usual ones
                     *     of `every` when not said.
                     * @example 7,30,90
                     */
                    ages?: string;
                    /**
                     * @description Only leads of which this trait, `persona`, `unit`, `motion` or `pipeline` has `value`.
                     * @example lead.source
                     */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    /** @description As it was known at this time, at the latest now. */
                    as_known?: string;
                    /** @description For the list: the first day of the cohort; of all leads without it. */
                    began?: string;
                    /** @description For the list: at this age. */
                    age_days?: number;
                    /**
                     * @description For the list: `reached` (when not said), `ended`, `waiting`, `younger` or `assumed` at an
                     *     age, or `leads` without one.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Cohorts"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cohorts/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a cell of the cohorts. */
        get: {
            parameters: {
                query?: {
                    /** @description The stage that leads come to; the one at which they are handed to sales when not said. */
                    stage?: string;
                    /** @description `week`, `month` (when not said) or `quarter`, of the calendar in the charter's zone. */
                    every?: string;
                    /** @description Only leads that began at this time or later. */
                    from?: string;
                    /** @description Only leads that began before this time. */
                    until?: string;
                    /**
                     * @description Ages in calendar days, from 0 to 3650, with commas between them, at most 60; the usual ones
                     *     of `every` when not said.
                     * @example 7,30,90
                     */
                    ages?: string;
                    /**
                     * @description Only leads of which this trait, `persona`, `unit`, `motion` or `pipeline` has `value`.
                     * @example lead.source
                     */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    /** @description As it was known at this time, at the latest now. */
                    as_known?: string;
                    /** @description For the list: the first day of the cohort; of all leads without it. */
                    began?: string;
                    /** @description For the list: at this age. */
                    age_days?: number;
                    /**
                     * @description For the list: `reached` (when not said), `ended`, `waiting`, `younger` or `assumed` at an
                     *     age, or `leads` without one.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read which company uses Tandem; `null` before anybody said. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyDocument"] | null;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say which company uses Tandem. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CompanyDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CompanyDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count leads, open load and capacity by territory and segment. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description What is a territory: a trait, `persona` or `unit`. When not said, the first of
                     *     `account.territory`, `account.region`, `lead.region`, `account.country` and `lead.country`
                     *     that is known, and else `unit`.
                     * @example account.territory
                     */
                    territory?: string;
                    /**
                     * @description What is a segment, likewise. When not said, the first of `account.segment`,
                     *     `account.industry` and `account.employees` (in bands) that is known, and else `persona`.
                     * @example account.segment
                     */
                    segment?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Coverage"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List target accounts with fit, engagement and their buying committees: how many people of each
         *     role belong to them, and which role is missing next. You see those with a lead that you see.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Not only target accounts (`account.is_target`), but all. */
                    all?: boolean;
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Committees"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of a cell. */
        get: {
            parameters: {
                query: {
                    /** @description As in the coverage. */
                    territory?: string;
                    /** @description As in the coverage. */
                    segment?: string;
                    /**
                     * @description The cell's territory; empty for the one that is not known.
                     * @example dach
                     */
                    territory_value: string;
                    /**
                     * @description The cell's segment; empty for the one that is not known.
                     * @example mid_market
                     */
                    segment_value: string;
                    /**
                     * @description `leads`, `open`, `with_sales`, `unassigned` or `won`.
                     * @example unassigned
                     */
                    figure: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disagreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count where Tandem and the CRM beside it say the same of stages and assignees, and where not. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Disagreements"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/disagreements/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads of which both say the same, or not, with what each says. */
        get: {
            parameters: {
                query: {
                    /** @description `stage` or `assignee`. */
                    about: string;
                    /** @description `disagree`, `agree` or `unexplained`. */
                    figure: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DisagreeingLeads"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/event-mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What events mean beyond their standard names. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventMappingDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say anew what events mean. What was recorded before stays as it was recorded. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EventMappingDocument"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventMappingDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what is decided, as server-sent events.
         * @description `changed` names the leads about which something was decided (`leads`), says whether there were
         *     more than could be named (`many`) and whether the charter changed (`terms`); ask again for what
         *     you show of them. `import` names an import that went on or ended (`id`). `figures` says
         *     that figures which were said as they were a moment ago are counted anew by now: ask again.
         *     `missed` says that you fell behind: ask again for all that you show.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description a stream of events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": unknown;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what sales says of the leads that it was given, and why it refuses them. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `campaign` (when not said), or a trait.
                     * @example lead.source
                     */
                    by?: string;
                    /** @description Only verdicts of this time or later. */
                    from?: string;
                    /** @description Only verdicts before this time. */
                    until?: string;
                    /**
                     * @description As it was known at this time, at the latest now: what was recorded, and the charter that was
                     *     adopted, by then.
                     */
                    as_known?: string;
                    /** @description For the list: a verdict, `refused`, a reason, `bought_later`, `mistaken` or `waiting`. */
                    figure?: string;
                    /** @description For the list: of this value; of all without it. */
                    value?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Feedback"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feedback/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of feedback, a lead as often as it was judged. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `campaign` (when not said), or a trait.
                     * @example lead.source
                     */
                    by?: string;
                    /** @description Only verdicts of this time or later. */
                    from?: string;
                    /** @description Only verdicts before this time. */
                    until?: string;
                    /**
                     * @description As it was known at this time, at the latest now: what was recorded, and the charter that was
                     *     adopted, by then.
                     */
                    as_known?: string;
                    /** @description For the list: a verdict, `refused`, a reason, `bought_later`, `mistaken` or `waiting`. */
                    figure?: string;
                    /** @description For the list: of this value; of all without it. */
                    value?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit what is recorded: how many leads were never touched, how long the rest waited, whom sales
         *     refuses, where those sent differ from those won, what the default promises would have caught,
         *     and what the data cannot say. It needs no charter. One runs at a time; others wait.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The namespace of leads, where a source's contacts are people too; where it names nobody,
                     *     everybody is a lead.
                     * @example salesforce.lead
                     */
                    leads?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FindingsDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/findings/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the same audit as one page: a file that needs no script and no network, prints, and
         *     names nobody.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The namespace of leads, where a source's contacts are people too; where it names nobody,
                     *     everybody is a lead.
                     * @example salesforce.lead
                     */
                    leads?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the page */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say what the next days bring, and hold what would have been said before against what happened. */
        get: {
            parameters: {
                query?: {
                    /** @description How many days ahead, 1 to 366; 91 when not said. */
                    days?: number;
                    /** @description For the list: `known`, `unlike` or `won_since`. */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ForecastAnswer"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forecast/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of the forecast. */
        get: {
            parameters: {
                query?: {
                    /** @description How many days ahead, 1 to 366; 91 when not said. */
                    days?: number;
                    /** @description For the list: `known`, `unlike` or `won_since`. */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count how many leads came how far, and how long they took. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Sliced by this trait, or by `persona`, `unit`, `motion` or `pipeline`.
                     * @example lead.source
                     */
                    by?: string;
                    /** @description Only leads that began at this time or later. */
                    from?: string;
                    /** @description Only leads that began before this time. */
                    until?: string;
                    /** @description As it was known at this time, instead of now. */
                    as_known?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Funnel"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funnel/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of the funnel. */
        get: {
            parameters: {
                query: {
                    /** @description The id of the stage. */
                    stage: string;
                    /** @description `reached`, `entered`, `waiting`, `assumed`, or `resting` beside the path. */
                    figure: string;
                    /** @description As in the funnel. */
                    by?: string;
                    /** @description The value of the slice; without it, all leads. */
                    value?: string;
                    /** @description As in the funnel. */
                    from?: string;
                    /** @description As in the funnel. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/funnel/workbook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the funnel as a workbook (XLSX): its stages, what is beside the path, how long it
         *     takes, and its slices, each on a sheet.
         */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Sliced by this trait, or by `persona`, `unit`, `motion` or `pipeline`.
                     * @example lead.source
                     */
                    by?: string;
                    /** @description Only leads that began at this time or later. */
                    from?: string;
                    /** @description Only leads that began before this time. */
                    until?: string;
                    /** @description As it was known at this time, instead of now. */
                    as_known?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the workbook */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say how far each goal of the charter in force is, of its target and of its time. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Goals"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goal}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a goal that counts leads, a lead as often as it counts. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    goal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/goals/{goal}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the opportunities behind a goal that counts them, those of them that one sees. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    goal: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GoalOpportunities"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List imports, those opened last first. */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Open an import: upload files to it, say what they mean, and run it. At most 20 are open at
         *     once; one that nobody runs is removed after seven days.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request or its key cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import: its files, how far it is, and what became of its rows. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Remove an import that does not run, with its files and what was handed back. What it recorded
         *     stays.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description it is removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Upload a file to an import, in the place of an earlier one of its name: at most 2 GiB, 20 files
         *     to an import. CSV, XLSX, JSON, JSON lines and XES are read, packed with gzip or not.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                    /** @description what the file is called, as the mapping names it */
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": number[];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a file from an import that was not run yet. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                    /** @description what the file is called */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the mapping of an import. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MappingText"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Say what the columns of the files mean. What cannot be read is answered with every place. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MappingText"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try an import out on the first 20,000 rows of each file: what would be recorded and what
         *     rejected, and what the first rows say. Nothing is recorded.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["How"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/rejects/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the rows of a file that were rejected, each with its line and the reason, to be
         *     corrected and imported again: CSV, or JSON lines where the file was JSON. They are kept for
         *     seven days.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                    /** @description `rejects_file` of the report */
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description the rows */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/retractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say what taking an import back would come to. Nothing is changed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetractionPreview"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Take back every fact that an import was the first to bring, and decide anew about the leads that
         *     they were about. Nothing is deleted: importing the same again brings it back. Who was found to be
         *     one person, and which leads were linked to accounts, stays.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetractionDone"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record an import. It goes on after the answer: ask for it again, or listen to `import` among
         *     the events. One runs at a time. What is known already is recorded no second time, so an import
         *     can be run again.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["How"];
                };
            };
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{import}/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suggest what the columns of the files mean, with samples of what they hold. Nothing is kept:
         *     put the mapping that you want.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    import: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Known"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuggestionDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations that still work. */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Invite somebody by a link that works once, for a week, in the place of earlier ones. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeInvitation"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept an invitation: one becomes a user, and is signed in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Acceptance"];
                };
            };
            responses: {
                /** @description come in; sets the cookie of a session */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read whom a link invites, as who holds it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Held"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationDocument"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{invitation}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    invitation: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description withdrawn */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List leads, soonest due first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only in this stage, by its id. */
                    stage?: string;
                    /** @description Only with this person, queue or team. */
                    who?: string;
                    /** @description Only in such a place: `assignee`, `queue`, `team`, `nurture` or `nowhere`. */
                    place?: "assignee" | "queue" | "team" | "nurture" | "nowhere";
                    /** @description Only those whose next promise is `late`, or due `soon`: within a day from now. */
                    due?: "late" | "soon";
                    /** @description Only with a name, an identifier or a personal value that contains this. */
                    text?: string;
                    /**
                     * @description Only those of whom this trait has the value in `trait_value`.
                     * @example lead.source
                     */
                    trait_name?: string;
                    /** @description The value of `trait_name`. */
                    trait_value?: string;
                    /** @description Only those that wait for somebody. */
                    open?: boolean;
                    /** @description At most so many, 1 to 1000. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one lead: where it is, why, and all that happened. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LeadPage"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that somebody reached out to a lead, met it, or tried to. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewActivity"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deeded"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a lead to somebody, take it oneself, or give it back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAssignment"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deeded"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}/facts/{key}/retractions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what a person did to a lead: undo. What followed is decided anew. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                    /** @description the key of the fact */
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deeded"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}/reopenings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a disqualified or resting lead again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deeded"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/leads/{lead}/verdicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a hand-off: accept, reject, recycle or disqualify. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id, or what another system calls it */
                    lead: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewVerdict"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deeded"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who one is, and what one may do. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change one's own password; all other sessions of one's own end. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description changed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what every metric means, and comes to in a period, whole, in slices and beside another
         *     period.
         */
        get: {
            parameters: {
                query?: {
                    /** @description From this time on; 30 days before the end when not said. */
                    from?: string;
                    /** @description Before this time; until now when not said. */
                    until?: string;
                    /**
                     * @description Beside the period from this time on, which is as long as the first unless
                     *     `compare_until` is given.
                     */
                    compare_from?: string;
                    /** @description Where the other period ends; its beginning must be given. */
                    compare_until?: string;
                    /**
                     * @description Side by side by a trait (`source` for `lead.source`), `campaign`, `persona`, `unit`,
                     *     `motion`, `pipeline`, `team` or `version` (of the charter). At most 200 values.
                     * @example lead.source
                     */
                    by?: string;
                    /**
                     * @description Only what has the value `value` of this: as `by`, or `assignee`, a person's own record,
                     *     which is for them and for heads.
                     * @example lead.source
                     */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    /** @description As it was known at this time: what was recorded, and the charter that was adopted, by then. */
                    as_known?: string;
                    /** @description For the list: the metric whose leads or opportunities are listed. */
                    metric?: string;
                    /** @description For the list: `behind` (when not said), or `of` for what a share is of. */
                    part?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Metrics"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the leads behind a metric that counts leads, hand-offs, verdicts or promises, a lead as
         *     often as it counts.
         */
        get: {
            parameters: {
                query?: {
                    /** @description From this time on; 30 days before the end when not said. */
                    from?: string;
                    /** @description Before this time; until now when not said. */
                    until?: string;
                    /**
                     * @description Beside the period from this time on, which is as long as the first unless
                     *     `compare_until` is given.
                     */
                    compare_from?: string;
                    /** @description Where the other period ends; its beginning must be given. */
                    compare_until?: string;
                    /**
                     * @description Side by side by a trait (`source` for `lead.source`), `campaign`, `persona`, `unit`,
                     *     `motion`, `pipeline`, `team` or `version` (of the charter). At most 200 values.
                     * @example lead.source
                     */
                    by?: string;
                    /**
                     * @description Only what has the value `value` of this: as `by`, or `assignee`, a person's own record,
                     *     which is for them and for heads.
                     * @example lead.source
                     */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    /** @description As it was known at this time: what was recorded, and the charter that was adopted, by then. */
                    as_known?: string;
                    /** @description For the list: the metric whose leads or opportunities are listed. */
                    metric?: string;
                    /** @description For the list: `behind` (when not said), or `of` for what a share is of. */
                    part?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/metrics/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the opportunities behind a metric that counts opportunities. */
        get: {
            parameters: {
                query?: {
                    /** @description From this time on; 30 days before the end when not said. */
                    from?: string;
                    /** @description Before this time; until now when not said. */
                    until?: string;
                    /**
                     * @description Beside the period from this time on, which is as long as the first unless
                     *     `compare_until` is given.
                     */
                    compare_from?: string;
                    /** @description Where the other period ends; its beginning must be given. */
                    compare_until?: string;
                    /**
                     * @description Side by side by a trait (`source` for `lead.source`), `campaign`, `persona`, `unit`,
                     *     `motion`, `pipeline`, `team` or `version` (of the charter). At most 200 values.
                     * @example lead.source
                     */
                    by?: string;
                    /**
                     * @description Only what has the value `value` of this: as `by`, or `assignee`, a person's own record,
                     *     which is for them and for heads.
                     * @example lead.source
                     */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    /** @description As it was known at this time: what was recorded, and the charter that was adopted, by then. */
                    as_known?: string;
                    /** @description For the list: the metric whose leads or opportunities are listed. */
                    metric?: string;
                    /** @description For the list: `behind` (when not said), or `of` for what a share is of. */
                    part?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BehindOpportunities"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/mirror": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hold whom marketing sends against whom sales accepts and wins. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Only this trait; without it, all that can be compared.
                     * @example lead.seniority
                     */
                    by?: string;
                    /** @description Only leads sent at this time or later. */
                    from?: string;
                    /** @description Only leads sent before this time. */
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MirrorDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what one was told, the last first. */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Notices"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how one is told of each kind of notice. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Preferences"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-preferences/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose how one is told of a kind of notice. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a kind of notice */
                    kind: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPreference"];
                };
            };
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description it is not allowed, or another site caused it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Be told of a kind of notice as is usual again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a kind of notice */
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description it is not allowed, or another site caused it */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List opportunities, those opened last first. You see those with a lead that you see, of their
         *     own or of their account.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Only `open`, `won` or `lost` ones. */
                    outcome?: string;
                    /** @description Only those of which this stage was said last. */
                    stage?: string;
                    /** @description Only those of this account: its id, name, or what another system calls it. */
                    account?: string;
                    /** @description Only with a name or an identifier, of their own or of their account, that contains this. */
                    text?: string;
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OpportunityList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages in a state: dead letters, unless another one is asked for. */
        get: {
            parameters: {
                query?: {
                    /** @description In which state they are. */
                    state?: "waiting" | "claimed" | "sent" | "dead" | "cancelled" | "corrected";
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Outbox"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Discard a message that waits or is dead. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    message: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/outbox/{message}/resendings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a dead message again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    message: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/passwords": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a link, which is used up; all sessions of the user end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordByLink"];
                };
            };
            responses: {
                /** @description set: sign in with it */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work back from a goal of revenue to what each stage takes, and whether the people can carry it. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The revenue that is aimed at, in whole units of the charter's currency; the charter's next
                     *     goal of won amounts when not said.
                     * @example 900000
                     */
                    goal?: number;
                    /** @description In how many days, 1 to 3660; those of the goal's period, or 91, when not said. */
                    days?: number;
                    /**
                     * @description By a trait, or by `persona`, `unit`, `motion` or `pipeline`, too.
                     * @example lead.source
                     */
                    by?: string;
                    /**
                     * @description For the list: a stage's id with `reached`, `came`, `left` or `waiting` after a colon; or
                     *     `load`, or `undated`.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Plan"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/plan/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of the plan. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description The revenue that is aimed at, in whole units of the charter's currency; the charter's next
                     *     goal of won amounts when not said.
                     * @example 900000
                     */
                    goal?: number;
                    /** @description In how many days, 1 to 3660; those of the goal's period, or 91, when not said. */
                    days?: number;
                    /**
                     * @description By a trait, or by `persona`, `unit`, `motion` or `pipeline`, too.
                     * @example lead.source
                     */
                    by?: string;
                    /**
                     * @description For the list: a stage's id with `reached`, `came`, `left` or `waiting` after a colon; or
                     *     `load`, or `undated`.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what became of each promise, on each side. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Promises"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/promises/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of a promise, a lead as often as it was promised. */
        get: {
            parameters: {
                query: {
                    /** @description The id of the promise. */
                    promise: string;
                    /** @description `all`, `kept`, `broken`, or any outcome as the promises name it. */
                    figure: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the latest proposals, the last first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Proposals"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Propose another charter. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProposal"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a proposal: what changes, what was said, who signed and who is still asked. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    proposal: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change a proposal of one's own; signatures under another text hold no more. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    proposal: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewProposal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say something of a proposal, or of one of its clauses. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    proposal: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewComment"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign a proposal as one's role, under the text that was read. With the last signature it is
         *     adopted, and decides from its date on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    proposal: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSignature"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{proposal}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a proposal of one's own back. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    proposal: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProposalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ready-charters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ready charters. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadyCharters"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say why two figures differ, by causes that sum to the difference. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Leads that reached this stage, or a later one; the one at which they are handed to sales when not
                     *     said.
                     */
                    stage?: string;
                    /** @description By which date a lead is in the period: `reached` (when not said), `began` or `first_touch`. */
                    anchor?: string;
                    /**
                     * @description From then on: a date in `zone`, or a time.
                     * @example 2026-01-01
                     */
                    from?: string;
                    /** @description Before then. */
                    until?: string;
                    /** @description The zone of dates, such as `Europe/Paris`; the charter's when not said. */
                    zone?: string;
                    /** @description As it was known at this time, at the latest now. */
                    as_known?: string;
                    /** @description Under this version of the charter, as if it had always decided. */
                    version?: number;
                    /** @description Only what has the value `value` of this, as metrics have it. */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    other_stage?: string;
                    other_anchor?: string;
                    other_from?: string;
                    other_until?: string;
                    other_zone?: string;
                    /** @description `now` for as known now. */
                    other_as_known?: string;
                    /** @description 0 for those known. */
                    other_version?: number;
                    /** @description Empty for no filter. */
                    other_only?: string;
                    other_value?: string;
                    /** @description For the list: leads of this cause; without it `first` or `other`, as `change` says. */
                    cause?: string;
                    /** @description For the list: `added` or `removed` of a cause; `first` or `other` without one. */
                    change?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Reconciliation"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reconciliations/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads of one cause for which two figures differ, or all leads of either. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description Leads that reached this stage, or a later one; the one at which they are handed to sales when not
                     *     said.
                     */
                    stage?: string;
                    /** @description By which date a lead is in the period: `reached` (when not said), `began` or `first_touch`. */
                    anchor?: string;
                    /**
                     * @description From then on: a date in `zone`, or a time.
                     * @example 2026-01-01
                     */
                    from?: string;
                    /** @description Before then. */
                    until?: string;
                    /** @description The zone of dates, such as `Europe/Paris`; the charter's when not said. */
                    zone?: string;
                    /** @description As it was known at this time, at the latest now. */
                    as_known?: string;
                    /** @description Under this version of the charter, as if it had always decided. */
                    version?: number;
                    /** @description Only what has the value `value` of this, as metrics have it. */
                    only?: string;
                    /** @description The value for `only`; of whom it is not known when not said. */
                    value?: string;
                    other_stage?: string;
                    other_anchor?: string;
                    other_from?: string;
                    other_until?: string;
                    other_zone?: string;
                    /** @description `now` for as known now. */
                    other_as_known?: string;
                    /** @description 0 for those known. */
                    other_version?: number;
                    /** @description Empty for no filter. */
                    other_only?: string;
                    other_value?: string;
                    /** @description For the list: leads of this cause; without it `first` or `other`, as `change` says. */
                    cause?: string;
                    /** @description For the list: `added` or `removed` of a cause; `first` or `other` without one. */
                    change?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a charter over the last days of which anything is known, before any is in force. Nothing
         *     is recorded. One runs at a time; others wait for their turn.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewRehearsal"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RehearsalDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Learn a point table from the leads that were worked, and say what it is worth on others. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `accepted` (when not said) or `won`.
                     * @example accepted
                     */
                    outcome?: string;
                    /**
                     * @description Traits that are known before a lead is worked, whatever they look like, with commas between.
                     * @example lead.seniority,account.employees
                     */
                    trust?: string;
                    /** @description Numbers with which points may only rise, with commas between. */
                    rises?: string;
                    /** @description Numbers with which points may only fall, with commas between. */
                    falls?: string;
                    /**
                     * @description For the list: `sent`, `worked`, `unworked`, `undecided`, `learned_from`, `learned_with`,
                     *     `held_out`, `held_out_with`, or `row:1` and `row:1:with` of the calibration.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Scorecard"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scorecard/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a figure of the scorecard. */
        get: {
            parameters: {
                query?: {
                    /**
                     * @description `accepted` (when not said) or `won`.
                     * @example accepted
                     */
                    outcome?: string;
                    /**
                     * @description Traits that are known before a lead is worked, whatever they look like, with commas between.
                     * @example lead.seniority,account.employees
                     */
                    trust?: string;
                    /** @description Numbers with which points may only rise, with commas between. */
                    rises?: string;
                    /** @description Numbers with which points may only fall, with commas between. */
                    falls?: string;
                    /**
                     * @description For the list: `sent`, `worked`, `unworked`, `undecided`, `learned_from`, `learned_with`,
                     *     `held_out`, `held_out_with`, or `row:1` and `row:1:with` of the calibration.
                     */
                    figure?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the periods that were sealed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SealList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Seal a period that is over: its figures become its reported edition, which never changes. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PeriodSaid"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Seal"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seals/{seal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a sealed period beside what it comes to by what is known now, each difference with its
         *     cause.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the number */
                    seal: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RestatedPeriod"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seals/{seal}/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the leads behind a restatement of a metric that counts leads, verdicts or promises. */
        get: {
            parameters: {
                query: {
                    /** @description The metric. */
                    metric: string;
                    /** @description `merge`, `recorded_since`, `time` or `charter`. */
                    cause: string;
                    /** @description `added` or `removed`. */
                    change: string;
                };
                header?: never;
                path: {
                    /** @description the number */
                    seal: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Behind"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/seals/{seal}/opportunities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the opportunities behind a restatement of a metric that counts opportunities. */
        get: {
            parameters: {
                query: {
                    /** @description The metric. */
                    metric: string;
                    /** @description `merge`, `recorded_since`, `time` or `charter`. */
                    cause: string;
                    /** @description `added` or `removed`. */
                    change: string;
                };
                header?: never;
                path: {
                    /** @description the number */
                    seal: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BehindOpportunities"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with mail address and password: the answer sets the cookie of a session.
         * @description After 10 failures of an account from one network address within 15 minutes, 100 of an account,
         *     or 300 from one address, further ones are refused until the 15 minutes are over.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Credentials"];
                };
            };
            responses: {
                /** @description signed in; sets the cookie of a session */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Sign out: the session is over. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description signed out */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request or its key cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a link that works once: the answer sets the cookie of a session. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ByLink"];
                };
            };
            responses: {
                /** @description signed in; sets the cookie of a session */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with what a browser came back with from the provider: the answer sets the cookie of a
         *     session.
         * @description Whoever comes in is a user already, or was invited, by the mail address that the provider says
         *     is verified; from then on by what the provider calls them.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CameBack"];
                };
            };
            responses: {
                /** @description signed in; sets the cookie of a session */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/oidc/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in at the provider: the answer says where the browser goes, and sets a cookie that
         *     tells this attempt from others for 15 minutes.
         * @description The browser comes back to `/sign-in` of the public address, with a code.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description begun; sets a cookie */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BegunAttempt"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the request or its key cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the settings that hold now; `null` before the first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsDocument"] | null;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Apply settings in the place of those before. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSettings"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SettingsDocument"] | null;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask whether Tandem waits to be set up. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupState"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Set Tandem up: the holder of the setup link becomes its administrator, and is signed in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAdministrator"];
                };
            };
            responses: {
                /** @description set up; sets the cookie of a session */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign_in_ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask which ways in there are. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SignInWays"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List teams. */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a team. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamSaid"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{team}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one team. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    team: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set everything of a team. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    team: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TeamSaid"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TeamDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a team; its members stay. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    team: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description removed */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tokens, one's own or everybody's, without their secrets. */
        get: {
            parameters: {
                query?: {
                    /** @description Everybody's, for administrators, and not only one's own. */
                    of_everybody?: boolean;
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TokenList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a token for oneself. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TokenSaid"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeToken"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token, at once and for good. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description revoked */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a trial: a charter that nobody signed yet decides from now on, without escalation or pay.
         *     It may take the place of another trial, and not of what people signed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewTrial"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VersionLine"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List users. */
        get: {
            parameters: {
                query?: {
                    /** @description At most so many, 1 to 200. */
                    limit?: number;
                    /** @description Where to go on: `next_cursor` of the page before. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read one user. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    user: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a user: handle, address, name, role, or whether they may sign in. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    user: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangedUser"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/users/{user}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget with which accounts of sign-in providers a user comes in, and sign them out: whoever comes
         *     next with their verified mail address is bound anew.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    user: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description forgotten */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user}/password_links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link with which a user sets a new password. It works for a day, and once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description the id */
                    user: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LinkDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count what needs a person now: what is late, what will be within a day, what waits in queues. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WaitingDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the programs and chat rooms that are told. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Webhooks"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Have a program or a chat room told from now on. The answer shows its secret, once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewWebhookDocument"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDocument"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a webhook. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    webhook: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/disablement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Have a webhook told nothing for now. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    webhook: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Have a webhook told again. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    webhook: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a webhook another secret. The answer shows it, once; the one before signs too for a day. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    webhook: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a webhook a test; the outbox says what became of it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its id */
                    webhook: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what is set for Tandem as a whole. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workspace"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Set what holds for Tandem as a whole. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Workspace"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The write keys, the oldest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WriteKeyList"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a write key. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewKey"];
                };
            };
            responses: {
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeKey"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is too large */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the body is of another kind */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-keys/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revoke a write key: within a second, nobody sends with it any more. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description its number */
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WriteKeyDocument"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the same request is being answered, or another state was expected */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description a parameter cannot be taken */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description too many requests: `Retry-After` says how long to wait */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description not now: try again */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                /** @description the disk is full */
                507: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the ledger answers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The library for pages: docs/collect.md says how to use it. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/javascript": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{write_key}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What Segment's library for browsers asks for: where to send, and that nothing else is loaded. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description a write key */
                    write_key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/{call}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send messages: `identify`, `track`, `page`, `screen`, `group`, `alias`, or a `batch` of them.
         * @description The body is as Segment's libraries send it, packed with gzip or not. The write key is the user
         *     name of basic authentication, or `writeKey` in the body. Answered when the messages are on the
         *     disk. A message that comes again is taken and changes nothing. `m` takes the measurements that
         *     browsers' libraries make of themselves, and keeps none.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description `track`, `batch`, … or the short `t`, `b`, … */
                    call: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": string;
                };
            };
            responses: {
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Taken"];
                    };
                };
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        /** Ask whether a browser may send from its site, as browsers do before they send. */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description as for sending */
                    call: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description it may */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Days on which somebody is away, both included. */
        AbsenceDocument: {
            from: string;
            to: string;
        };
        /** @description Somebody who comes in. */
        Acceptance: {
            /** @description What facts and settings call them; by default the mail address before the `@`. */
            handle?: string | null;
            /** @description The secret of the link: what stands behind its `#`. */
            link: string;
            /** @example Rita Example */
            name: string;
            /** @description At least 10 characters. */
            password: string;
        };
        /** @description A list of accounts, the most urgent first. */
        AccountList: {
            accounts: components["schemas"]["AccountSummary"][];
            as_of: components["schemas"]["AsOf"];
            /** @description How many there are on all pages together. */
            count: number;
            /** @description Whether the charter in force says anything of accounts; without that they are in no stage. */
            has_terms: boolean;
            /** @description Give it as `cursor` for the next page; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description An account by its name. */
        AccountName: {
            id: string;
            /** @description Absent where nobody said it. */
            name?: string | null;
        };
        /** @description One account: where it is, why, who belongs to it and what is pursued with it. */
        AccountPage: {
            account: components["schemas"]["AccountSummary"];
            as_of: components["schemas"]["AsOf"];
            /** @description What was decided of it, in order. */
            decisions: components["schemas"]["DecisionDocument"][];
            /** @description What other systems call it. */
            identifiers: components["schemas"]["IdentifierDocument"][];
            /** @description The first 200, those opened last first. */
            opportunities: components["schemas"]["OpportunitySummary"][];
            /** @description How many there are in all. */
            opportunities_count: number;
            /** @description The people who belong to it or did, of those whom you see: the first 200. */
            people: components["schemas"]["AccountPerson"][];
            /** @description How many those are in all. */
            people_count: number;
            traits: components["schemas"]["TraitDocument"][];
        };
        /** @description Somebody who belongs to an account, or did. */
        AccountPerson: {
            /** @description Whether they belong to it now. */
            belongs_now: boolean;
            lead: components["schemas"]["LeadSummary"];
        };
        /** @description Where an account rests, and whose turn it is. */
        AccountSummary: {
            /** @description When the next promise is, or was, due. */
            due?: string | null;
            /**
             * Format: double
             * @description The engagement of all its people together, in points.
             */
            engagement: number;
            entered_at?: string | null;
            /** @description How precisely that is known: `instant`, `minute`, `day`, `unknown`. */
            entered_precision: string;
            /**
             * Format: double
             * @description The fit of the account itself, in points.
             */
            fit: number;
            id: string;
            /** @description Whether it is past its due. */
            is_late: boolean;
            /** @description What it is called: its name, what another system calls it, or its id. */
            name: string;
            /** @description How many people belong or belonged to it. */
            people: number;
            /**
             * @description Whose turn it is: `assignee`, `team`, `nurture` or `nowhere`.
             * @example team
             */
            place: string;
            /** @description The id of that promise. */
            promise?: string | null;
            stage?: components["schemas"]["StageName"] | null;
            /** @description The person or team of the place. */
            who?: string | null;
        };
        /** @description How well both sides are aligned. */
        Alignment: {
            as_of: components["schemas"]["AsOf"];
            /**
             * @description The trait of the part `mirror`: the one in which those won have least in common with those
             *     sent.
             */
            mirror_by?: string | null;
            /** @description The last six months, the oldest first; by verdicts and promises only. */
            months: components["schemas"]["AlignmentPeriod"][];
            /** @description The last ninety days. */
            now: components["schemas"]["AlignmentPeriod"];
            sentence: string;
        };
        /** @description One part of the index. */
        AlignmentPart: {
            /** @description What is counted, and of what; they open as the part's word, and with `:of` after it. */
            counted: number;
            /** Format: double */
            high?: number | null;
            /**
             * Format: double
             * @description The interval that holds it with a confidence of 95 %, where that is known.
             */
            low?: number | null;
            of: number;
            /**
             * @description `acceptance`, `kept_by_marketing`, `kept_by_sales`, `mirror`, `attainment` or
             *     `blind_agreement`.
             */
            part: string;
            reading: string;
            /**
             * Format: double
             * @description From 0 to 1; `null` where there is nothing to say it of.
             */
            value?: number | null;
        };
        /** @description How well both sides were aligned in a period. */
        AlignmentPeriod: {
            from: string;
            /**
             * Format: double
             * @description From 0 to 1: the mean of the parts that there are, each with the same weight; `null` where
             *     there are fewer than two.
             */
            index?: number | null;
            parts: components["schemas"]["AlignmentPart"][];
            until: string;
        };
        /** @description As of when figures hold. */
        AsOf: {
            /** @description When the first charter was adopted: what was before is assumed. */
            charter_adopted_at: string;
            /** @description Whether the charter runs unsigned, to try it. */
            is_trial: boolean;
            /**
             * Format: int64
             * @description How many leads wait to be settled, so that figures may change without a new fact.
             */
            leads_waiting_to_settle: number;
            /** @description What time it was here. */
            now: string;
            /** @description Until when leads were settled. */
            settled_until?: string | null;
        };
        /** @description What a value brought in one result. */
        AttributedResult: {
            /** Format: int64 */
            amount_minor?: number | null;
            /** @description The opportunity, or the lead. */
            id: string;
            /** Format: double */
            results?: number | null;
        };
        /** @description The results in which a value has a part. */
        AttributedResults: {
            /** Format: int64 */
            amount_minor?: number | null;
            /** @description How many there are. */
            count: number;
            /** @description The first of them, at most 1000: the most money first. */
            list: components["schemas"]["AttributedResult"][];
            /**
             * Format: double
             * @description What they sum to; nothing by the Markov chain, which shares all results at once.
             */
            results?: number | null;
        };
        /** @description What one value brought. */
        AttributedValue: {
            /** Format: int64 */
            amount_minor: number;
            /** @description How many results it has a part in: the length of the list that it opens. */
            behind: number;
            /**
             * Format: int64
             * @description What was spent on it in the period, in minor units; `null` where the settings do not say.
             */
            cost_minor?: number | null;
            /**
             * Format: double
             * @description What one result cost, in minor units; `null` without cost or result.
             */
            cost_per_result_minor?: number | null;
            rank_best: number;
            rank_worst: number;
            /** Format: double */
            results: number;
            /**
             * Format: double
             * @description The smallest and the greatest such return, by any model and in any window.
             */
            return_least?: number | null;
            /** Format: double */
            return_most?: number | null;
            /**
             * Format: double
             * @description What it brought by this model, of what was spent on it; `null` without cost or money.
             */
            return_on_cost?: number | null;
            /**
             * Format: double
             * @description Of the money where there is some, else of the results.
             */
            share: number;
            /**
             * Format: double
             * @description The smallest and the greatest share, by any model and in any window.
             */
            share_least: number;
            /** Format: double */
            share_most: number;
            /**
             * @description Empty for touches that say nothing of what they are counted by.
             * @example webinar
             */
            value: string;
        };
        /** @description Results shared among the touches before them. */
        Attribution: {
            as_of: components["schemas"]["AsOf"];
            /**
             * @description What touches are counted by.
             * @example channel
             */
            by: string;
            /** @description Shared among all touches of the account's people. */
            by_account: number;
            /**
             * @description `exact`, `assumed` or `mixed`: what results there were. Which touch brought them, a model
             *     says.
             */
            certainty: string;
            /**
             * Format: int64
             * @description Of that, what was spent on values that no touch here has: it brought nothing that is known.
             */
            cost_elsewhere_minor: number;
            /**
             * Format: int64
             * @description What was spent in the period, in minor units, by the `[[cost]]` lines of the settings: on what
             *     touches are counted by here; `null` where the settings have no costs of that kind.
             */
            cost_minor?: number | null;
            currency: string;
            /** @description Whether these are the charter's terms. */
            is_agreed: boolean;
            /**
             * Format: int32
             * @description How many minor units one of the currency has: 100 for most.
             */
            minor_per_unit: number;
            pairs: number;
            pairs_that_hold: number;
            results: number;
            /**
             * Format: double
             * @description What results that were shared brought, of what was spent, both of the period: 2 is twice as
             *     much. `null` without cost or money.
             */
            return_on_cost?: number | null;
            /** @description Which rankings hold by every model and in every window, in words. */
            robust?: string | null;
            /** @description What brought most, and by which terms. */
            sentence: string;
            /** Format: int64 */
            shared_minor: number;
            /** @description Of the results, those that have a touch in the window and were shared. */
            shared_results: number;
            stage?: string | null;
            terms: components["schemas"]["AttributionTerms"];
            /** @description Values in groups: each of an earlier group is above each of a later one in every view. */
            tiers: string[][];
            /** @description `opportunities` won, or `leads` that reached the stage. */
            unit: string;
            /** @description Not shared, since nobody is linked. */
            unlinked: number;
            /** @description Not shared, since no touch before is known in the window. */
            untouched: number;
            /** @description The greatest share first. */
            values: components["schemas"]["AttributedValue"][];
            /**
             * Format: int64
             * @description What the results are worth, in minor units.
             */
            worth_minor: number;
        };
        /** @description By which model, and of touches in which window. */
        AttributionTerms: {
            /**
             * Format: int64
             * @description For `time_decay`.
             */
            half_life_s?: number | null;
            /** @example w_shaped */
            model: string;
            /** Format: int64 */
            window_s: number;
        };
        /** @description A change that somebody made. */
        AuditDocument: {
            /** @description What it is now; empty for nothing. */
            after: string;
            /** @description When. */
            at: string;
            /** @description What it was before; empty for nothing. */
            before: string;
            /**
             * Format: int64
             * @description Counts up in the order of changes.
             */
            id: number;
            /** @description What: `charter.adopted`, `user.changed`, … */
            what: string;
            /** @description The handle of who. */
            who: string;
        };
        /** @description Changes, the last one first. */
        AuditList: {
            changes: components["schemas"]["AuditDocument"][];
            /** @description Give it as `cursor` to go on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description Something that a program did by itself, however often. */
        AutomaticDocument: {
            /**
             * @description What is said of the program.
             * @example Barracuda
             */
            by: string;
            last_at: string;
            /** @example email.clicked */
            name: string;
            /** Format: int64 */
            times: number;
        };
        /**
         * @description What would have been otherwise under another charter: both are read over everything that
         *     happened, as if each had decided from the adoption on.
         */
        BacktestDocument: {
            as_of: components["schemas"]["AsOf"];
            /** @description Why there is no first day. */
            cannot_follow?: string | null;
            first_day?: components["schemas"]["FirstDayDocument"] | null;
            /** @description Entries of stages that would have come at another time, or not at all: the first 100. */
            flips: components["schemas"]["FlipDocument"][];
            /** @description How many there are in all. */
            flips_in_all: components["schemas"]["CountDocument"];
            /** Format: int64 */
            leads: number;
            /** Format: int64 */
            leads_that_differ: number;
            /** @description What can be said of it, and what cannot. */
            notes: string[];
            promises: components["schemas"]["PromiseCompared"][];
            /** @description Hand-offs of each queue. */
            queues: components["schemas"]["LoadCompared"][];
            /** @description Promises that start for each side. */
            sides: components["schemas"]["LoadCompared"][];
            stages: components["schemas"]["StageCompared"][];
            /** @description What matters most, and how certain it is. */
            verdict: string;
            /** @description When the weeks of the loads begin. */
            weeks: string[];
            wins: components["schemas"]["WinsCompared"];
        };
        /** @description A backtest, which may go on. */
        BacktestRun: {
            answer?: components["schemas"]["BacktestDocument"] | null;
            begun_at: string;
            /** @description When it ended; it is kept for 15 minutes from then on. */
            ended_at?: string | null;
            /** @description The random id. */
            id: string;
            /**
             * Format: int64
             * @description How many people there are; 0 before it runs.
             */
            leads: number;
            /**
             * Format: int64
             * @description How many leads were read, of `leads` at most.
             */
            leads_read: number;
            problem?: components["schemas"]["Problem"] | null;
            /** @description `waiting` for its turn, `running`, `done`, or `failed`. */
            state: string;
        };
        /** @description An attempt to sign in at the provider. */
        BegunAttempt: {
            /** @description Where the browser goes now. */
            url: string;
        };
        /** @description The leads behind a figure. */
        Behind: {
            /** @description The figure: the length of the whole list. */
            count: number;
            /** @description How many different leads there are among them. */
            distinct_leads: number;
            /** @description The first of them, at most 1000. */
            leads: components["schemas"]["LeadSummary"][];
        };
        /** @description The opportunities behind a figure. */
        BehindOpportunities: {
            /** @description The figure: the length of the whole list. */
            count: number;
            /** @description The first of them, at most 1000. */
            opportunities: components["schemas"]["OpportunitySummary"][];
        };
        /** @description One stage beside the path. */
        BesideFigures: {
            entered: number;
            id: string;
            name: string;
            /** @description Leads that are in it now. */
            resting: number;
            side: string;
        };
        /** @description A link that works once. */
        ByLink: {
            /** @description What stands behind the `#` of the link. */
            link: string;
        };
        /** @description Leads held out of similar points. */
        CalibrationRow: {
            /**
             * Format: double
             * @description The share that was expected to come to the outcome, and the one that did, with its interval.
             */
            expected: number;
            /** Format: int32 */
            high: number;
            leads: number;
            /**
             * Format: int32
             * @description The least and the most points among them.
             */
            low: number;
            /** Format: double */
            observed?: number | null;
            /** Format: double */
            observed_high?: number | null;
            /** Format: double */
            observed_low?: number | null;
            with_outcome: number;
        };
        /** @description What a browser came back with. */
        CameBack: {
            /** @description `code` of the address that it came back to. */
            code: string;
            /** @description `iss` of that address, where the provider says it. */
            iss?: string | null;
            /** @description `state` of that address. */
            state: string;
        };
        /** @description Something that the data cannot say. */
        CannotSayDocument: {
            id: string;
            /** @description What would be needed to say it. */
            needs: string;
            text: string;
        };
        /** @description A clause that changes. */
        ChangeDocument: {
            /** @description `added`, `removed`, `changed` or `reworded`. */
            change: string;
            chapter: string;
            clause: string;
            is?: string | null;
            /** @description The part of the charter, which says who signs it. */
            part: string;
            was?: string | null;
        };
        /** @description What is to change of a user; what is left out stays. */
        ChangedUser: {
            email?: string | null;
            /** @description What facts and settings call them; earlier facts keep the former one. */
            handle?: string | null;
            /** @description Whoever is deactivated is signed out, and their tokens are worth nothing. */
            is_active?: boolean | null;
            name?: string | null;
            /** @description Whoever becomes something else is signed out. */
            role?: string | null;
        };
        /** @description A charter's file and what shall be changed in it. */
        Changing: {
            /** @description Made one after the other; all or none. Without any, the form of the file is answered. */
            edits?: components["schemas"]["EditSent"][];
            /** @description The file, which must be TOML and need not be sound. */
            text: string;
        };
        /** @description A chapter of the agreement. */
        ChapterDocument: {
            clauses: components["schemas"]["ClauseDocument"][];
            /** @description `marketing` or `sales`, where it holds the promises of one. */
            side?: string | null;
            title: string;
        };
        /** @description A version of the charter, as a document that both teams sign. */
        CharterDocument: {
            /** @description The agreement in plain words. */
            chapters: components["schemas"]["ChapterDocument"][];
            currency: string;
            /** @description The ideal customer in a sentence. */
            ideal_customer: string;
            name: string;
            /** @description The stages, first the path in order, then those beside it. */
            stages: components["schemas"]["StageName"][];
            /** @description The charter's file, to the letter. */
            text: string;
            /** @description The IANA zone in which a day is a day. */
            timezone: string;
            /** @description What each verdict asks and causes. */
            verdicts: components["schemas"]["VerdictDocument"][];
            version: components["schemas"]["VersionLine"];
        };
        /** @description A clause in words. */
        ClauseDocument: {
            id: string;
            says: string;
        };
        /**
         * @description What share had come to the stage by an age. Each lead is in exactly one of `reached`, `ended`,
         *     `waiting` and `younger`.
         */
        CohortCell: {
            /** Format: int32 */
            age_days: number;
            /** @description Of those reached, the ones of whom it is assumed. */
            assumed: number;
            /** @description How certain those reached are: `exact`, `assumed` or `mixed`. */
            certainty: string;
            /** @description Leads whose way had ended otherwise by then: they rest beside the path. */
            ended: number;
            /** Format: double */
            high?: number | null;
            /**
             * @description Whether the share is counted: `reached` of `leads`. Else some are younger, and it is an
             *     estimate.
             */
            is_counted: boolean;
            /**
             * Format: double
             * @description The interval that holds the share with a confidence of 95 %.
             */
            low?: number | null;
            /** @description Leads that had reached the stage, or a later one, by then. */
            reached: number;
            /**
             * Format: double
             * @description From 0 to 1 (Aalen–Johansen); absent where no lead is as old yet.
             */
            share?: number | null;
            /** @description Leads that were waiting then. */
            waiting: number;
            /** @description Leads that wait and are not as old yet. */
            younger: number;
        };
        /** @description Leads that began together: a row of the table. */
        CohortRow: {
            /**
             * @description The first day of the period in which they began, in the charter's zone; absent for all.
             * @example 2026-01-01
             */
            began?: string | null;
            /** @description One for each age, in the order of `ages_days`. */
            cells: components["schemas"]["CohortCell"][];
            leads: number;
        };
        /**
         * @description Leads by when they began, and what share had come to a stage by each age. It counts leads; each
         *     count is the length of the list that `GET /api/v1/cohorts/leads` gives for it.
         */
        Cohorts: {
            /** @description The columns: ages in calendar days, in order. */
            ages_days: number[];
            /** @description As known at this time; absent for as known now. */
            as_known?: string | null;
            as_of: components["schemas"]["AsOf"];
            /** @description The rows: each cohort, the earliest first. */
            cohorts: components["schemas"]["CohortRow"][];
            /** @description `week`, `month` or `quarter`: how long each cohort began. */
            every: string;
            /**
             * @description The stage that leads come to, and its name.
             * @example mql
             */
            stage: string;
            stage_name: string;
            /** @description All leads together. */
            whole: components["schemas"]["CohortRow"];
        };
        /** @description What somebody said. */
        CommentDocument: {
            at: string;
            /** @description The clause that it is about; empty for the whole. */
            clause: string;
            /** Format: int64 */
            id: number;
            said: string;
            who: string;
        };
        /** @description The buying committee of an account. */
        Committee: {
            /** @description The account, with its fit and engagement. */
            account: components["schemas"]["AccountSummary"];
            /** @description How many roles somebody has. */
            covered: number;
            is_target: boolean;
            /** @description The first role in the charter's order that nobody has; absent where none is missing. */
            missing?: string | null;
            /** @description How many belong to it who are of no role. */
            others: number;
            /** @description How many people of each role belong to it now, in the order of `roles`. */
            people: number[];
        };
        /** @description A role of buying committees. */
        CommitteeRole: {
            /** @description Where they are best met, the best first. */
            channels: string[];
            /** @description Of how many accounts it is the next missing role. */
            missing_next: number;
            /** @description Who they are, in the charter's words; may be empty. */
            reading: string;
            /**
             * @description The id of the persona.
             * @example economic_buyer
             */
            role: string;
        };
        /** @description Target accounts with their buying committees, the most engaged first. */
        Committees: {
            accounts: components["schemas"]["Committee"][];
            as_of: components["schemas"]["AsOf"];
            /** @description Of those, the ones with somebody of every role. */
            complete: number;
            /** @description How many there are on all pages together. */
            count: number;
            /** @description Give it as `cursor` for the next page; absent at the end. */
            next_cursor?: string | null;
            /** @description The roles that decide together: the charter's personas, in its order. */
            roles: components["schemas"]["CommitteeRole"][];
            sentence: string;
        };
        /** @description The company that uses Tandem: what its first charter is begun with. */
        CompanyDocument: {
            /**
             * @description What deals are worth: an ISO 4217 code in three capitals.
             * @example EUR
             */
            currency: string;
            /**
             * @description What people call it; 1 to 100 characters.
             * @example Larkfield Software
             */
            name: string;
            /**
             * @description Where a day is a day: a name of the IANA database.
             * @example Europe/Paris
             */
            timezone: string;
        };
        /** @description What both say of the same thing. */
        ComparedDocument: {
            agree: number;
            /** @description How many leads are compared: the three together. */
            compared: number;
            disagree: number;
            /** @description Who leads, as settings say: `tandem`, `crm`, or `watch` where neither is wrong. */
            led_by: string;
            /** @description The CRM says something that no setting explains and no stage is called. */
            unexplained: number;
            /** @description What it says there, those of most leads first, at most 100. */
            unexplained_words: components["schemas"]["UnexplainedWord"][];
        };
        /** @description The period that another is held against. */
        ComparedPeriod: {
            from: string;
            /** @description Whether some of it was before the first charter. */
            is_assumed: boolean;
            until: string;
        };
        /** @description A decision that was moved or withdrawn. */
        Correction: {
            before?: components["schemas"]["DecisionDocument"] | null;
            /** @description `moved` or `withdrawn`. */
            change: string;
            decision: components["schemas"]["DecisionDocument"];
            recorded_at: string;
        };
        /** @description How many, and how certain. */
        CountDocument: {
            /** Format: int64 */
            all: number;
            /** Format: int64 */
            assumed: number;
            /** Format: int64 */
            estimated: number;
            /** Format: int64 */
            exact: number;
        };
        /** @description A word, and how often it was said. */
        Counted: {
            count: number;
            word: string;
        };
        /** @description A name, and how many leads have it. */
        CountedName: {
            leads: number;
            name: string;
        };
        /** @description How many were sent, accepted, won. */
        Counts: {
            accepted: number;
            sent: number;
            won: number;
        };
        /** @description Territories by segments: leads, open load and capacity in each cell. */
        Coverage: {
            as_of: components["schemas"]["AsOf"];
            /** @description The cells that have a lead, by territory and then by segment: at most 50 by 50. */
            cells: components["schemas"]["CoverageCell"][];
            /**
             * @description What is a segment, likewise.
             * @example account.segment
             */
            segment: string;
            sentence: string;
            /**
             * @description What is a territory: a trait, `persona` or `unit`.
             * @example account.territory
             */
            territory: string;
        };
        /** @description A territory and a segment. Each count of leads opens its list at `/coverage/leads`. */
        CoverageCell: {
            /** @description The last campaign that touched each lead: the five most frequent. */
            campaigns: components["schemas"]["CountedName"][];
            /** @description How many campaigns there are. */
            campaigns_count: number;
            /**
             * Format: int32
             * @description How many they can have, by the settings; `null` where nobody is there, or somebody's number
             *     is not bounded.
             */
            capacity?: number | null;
            /** @description Whether they have no room left; `null` where that is not bounded. */
            is_full?: boolean | null;
            /** @description The leads that ever began. */
            leads: number;
            /**
             * Format: int64
             * @description How many open leads these people have, in all cells together.
             */
            load: number;
            /** @description Of them, those that are open now. */
            open: number;
            /**
             * @description How many people have open leads of it, or are given them by the charter's routes. Somebody
             *     who serves several cells counts in each.
             */
            people: number;
            /** @description Empty where it is not known. */
            segment: string;
            /** @description Where leads came from: the five most frequent. */
            sources: components["schemas"]["CountedName"][];
            /** @description How many sources there are. */
            sources_count: number;
            /** @description Empty where it is not known. */
            territory: string;
            /** @description Of those, the ones that no person has. */
            unassigned: number;
            /** @description Of those, the ones that sales has: handed over and not won. */
            with_sales: number;
            /** @description Of all, those that were won. */
            won: number;
        };
        /** @description What somebody signs in with. */
        Credentials: {
            /** @example ann@example.com */
            email: string;
            /** @example correct horse battery */
            password: string;
        };
        /** @description A decision, with its clause and its cause. */
        DecisionDocument: {
            at: string;
            /** @description `fact`, `time`, `version` or `adoption`. */
            cause: string;
            /** @description The fact that caused it. */
            cause_fact?: string | null;
            /** @description `exact`, or `assumed` before the first charter was adopted. */
            certainty: string;
            clause: string;
            /** @description The clause in words. */
            clause_says?: string | null;
            due?: string | null;
            /** Format: int32 */
            pass: number;
            precision: string;
            /** @description As a sentence about "it". */
            says: string;
            /** @description The stage, hand-off or promise. */
            target: string;
            /**
             * Format: int32
             * @description The version whose terms apply.
             */
            terms: number;
            /**
             * Format: int32
             * @description The version of the charter in force.
             */
            version: number;
            /** @description `stage_entered`, `clock_started`, … */
            what: string;
        };
        /** @description What was recorded, and where the lead is now. */
        Deeded: {
            /**
             * Format: int64
             * @description How many decisions followed.
             */
            decisions: number;
            /** @description The key of the fact: give it to take it back. */
            fact: string;
            lead?: components["schemas"]["LeadSummary"] | null;
        };
        /** @description What both say of a lead. */
        DisagreeingLead: {
            /** @description What the CRM reported last. */
            crm: string;
            lead: components["schemas"]["LeadSummary"];
            /** @description Since when it reports that. */
            reported_at: string;
            /** @description What Tandem says: the id of the stage, or who works it; empty for nobody. */
            tandem: string;
        };
        /** @description The leads behind a figure. */
        DisagreeingLeads: {
            /** @description The figure: the length of the whole list. */
            count: number;
            /** @description The first of them, at most 1000. */
            leads: components["schemas"]["DisagreeingLead"][];
        };
        /** @description Where Tandem and a CRM beside it say the same, and where they do not. */
        Disagreements: {
            as_of: components["schemas"]["AsOf"];
            /** @description Assignees of open leads of which the CRM reported one, by `lead.crm_owner`. */
            assignee: components["schemas"]["ComparedDocument"];
            /** @description Stages of leads of which the CRM reported one, by `lead.crm_stage` or `lead.crm_status`. */
            stage: components["schemas"]["ComparedDocument"];
            /** @description What is counted: `leads`. */
            unit: string;
        };
        /** @description A charter's file, to look at. */
        Draft: {
            text: string;
        };
        /** @description One change. */
        EditSent: {
            /** @example promise.first-touch.within */
            at: string;
            /** @enum {string} */
            do: "set";
            value: components["schemas"]["ValueSent"];
        } | {
            at: string;
            /** @enum {string} */
            do: "set_rule";
            rule: components["schemas"]["RuleDocument"];
        } | {
            after?: string | null;
            /** @example icp.fit */
            at: string;
            /** @enum {string} */
            do: "add";
            keys: components["schemas"]["KeySent"][];
        } | {
            at: string;
            /** @enum {string} */
            do: "remove";
        };
        /** @description What a figure of an edition comes to. */
        EditionFigure: {
            behind: number;
            of_count?: number | null;
            /** Format: double */
            value?: number | null;
        };
        /** @description A figure with where it lies with a confidence of 95 %. */
        Estimate: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            value: number;
        };
        /** @description What events mean. */
        EventMappingDocument: {
            /** @description TOML: `[events]`, `[[page]]`, `[traits]`, `[group_traits]`; empty: the standard names alone. */
            text: string;
        };
        /** @description A fact of its story. */
        FactLine: {
            /** @description Who did it. */
            actor?: string | null;
            at: string;
            by_a_person: boolean;
            /** @description As decisions name it; give it to take it back. */
            key: string;
            /** @description `touch`, `activity`, `verdict`, `trait`, … */
            kind: string;
            name: string;
            precision: string;
            /** @description As a sentence about "it". */
            says: string;
            value: unknown;
        };
        /** @description What sales says of the leads that it was given. It counts verdicts. */
        Feedback: {
            as_of: components["schemas"]["AsOf"];
            /** @description Rejected or disqualified, and won after that; at most 1000. */
            bought_later: components["schemas"]["JudgedLead"][];
            bought_later_count: number;
            /** @description `campaign`, or a trait. */
            by: string;
            /** @description `exact`, `assumed` or `mixed`. */
            certainty: string;
            /** @description Qualified, refused for good, and wanted by nobody since; at most 1000. */
            mistaken: components["schemas"]["JudgedLead"][];
            /** @description Those by what made them qualified. */
            mistaken_by: components["schemas"]["Counted"][];
            mistaken_count: number;
            /** @description Who was refused and bought, and who should never have been handed over, in words. */
            mistakes?: string | null;
            /**
             * @description What could be changed in the charter in force, at most seven. What each would do, a backtest
             *     says: give it `charter`, and propose it if it is good.
             */
            remedies: components["schemas"]["Remedy"][];
            sentence: string;
            /** @description Those refused most often first. */
            values: components["schemas"]["FeedbackFigures"][];
            /** @description How many leads wait for a verdict. */
            waiting: number;
            whole: components["schemas"]["FeedbackFigures"];
        };
        /** @description The verdicts about leads of one value. */
        FeedbackFigures: {
            accepted: number;
            disqualified: number;
            /** @description Whether there are too few to say much. */
            is_small: boolean;
            /** @description The most frequent first; an empty word where nobody said why. */
            reasons: components["schemas"]["Counted"][];
            recycled: number;
            refused: number;
            rejected: number;
            /** Format: double */
            share_refused?: number | null;
            /** Format: double */
            share_refused_high?: number | null;
            /**
             * Format: double
             * @description The interval that holds the share with a confidence of 95 %.
             */
            share_refused_low?: number | null;
            /** @description Empty for all, and for those of whom it is not known. */
            value: string;
            verdicts: number;
        };
        /** @description A file of an import. */
        FileDocument: {
            /** Format: int64 */
            bytes: number;
            name: string;
        };
        /** @description One thing that was found. */
        FindingDocument: {
            /** @description `exact`, `assumed` or `estimated`. */
            certainty: string;
            /** @description Its word: `never_touched`, `waits`, `refusals`, `sent_against_won`, `default_promises`, … */
            id: string;
            /** @description How many it is about. */
            n: number;
            /** @description What to know of it: samples, the undated, the unknowable. */
            notes: string[];
            /** @description Of how many. */
            of: number;
            parts: components["schemas"]["PartDocument"][];
            /** @description One plain sentence. */
            sentence: string;
        };
        /** @description What happened to the leads so far, and what the data cannot say. */
        FindingsDocument: {
            cannot_say: components["schemas"]["CannotSayDocument"][];
            /** @description What was found, what matters most first. */
            findings: components["schemas"]["FindingDocument"][];
            /** @description How many. */
            n: number;
            period?: components["schemas"]["PeriodDocument"] | null;
            /** @description The zone in which days begin. */
            timezone: string;
            /** @description So many of them are told first. */
            told_first: number;
            /** @description What is counted: `leads`, or `deals` where nobody is named. */
            unit: string;
            /** @description The last instant of which anything is known. */
            until: string;
        };
        /** @description What would happen at once. */
        FirstDayDocument: {
            at: string;
            moves: components["schemas"]["CountDocument"];
            /**
             * Format: int64
             * @description How many promises would start at once.
             */
            promises_started: number;
            ways: components["schemas"]["WayDocument"][];
        };
        /** @description An entry that would have come at another time, or not at all. */
        FlipDocument: {
            after?: string | null;
            before?: string | null;
            certainty: string;
            lead: string;
            stage: string;
            /** @description `newly`, `never`, `earlier` or `later`. */
            turn?: string | null;
        };
        /** @description What some days bring, were they like those before. */
        Forecast: {
            amount?: components["schemas"]["ForecastSpan"] | null;
            from: string;
            /**
             * @description The leads that are there and not won; of them, those like whom nobody was watched long
             *     enough, which count as not won.
             */
            known: number;
            unlike: number;
            until: string;
            /** @description How many weeks of history were drawn from. */
            weeks: number;
            /** @description How many leads are won. */
            wins: components["schemas"]["ForecastSpan"];
            /**
             * Format: double
             * @description Of the wins, those of leads that are there already, and of leads that come yet, on average.
             */
            wins_of_known: number;
            /** Format: double */
            wins_of_new: number;
        };
        /** @description What the next days bring, and what would have been said before. All of it is estimated. */
        ForecastAnswer: {
            as_of: components["schemas"]["AsOf"];
            backtest: components["schemas"]["ForecastBacktest"];
            currency: string;
            /** Format: int32 */
            days: number;
            forecast?: components["schemas"]["Forecast"] | null;
            sentence: string;
        };
        /** @description What would have been said so many days ago, against what happened. */
        ForecastBacktest: {
            /**
             * Format: double
             * @description What was won since, in whole units of the currency.
             */
            amount: number;
            at: string;
            forecast?: components["schemas"]["Forecast"] | null;
            /** @description Whether it was made from what was known then; else from what is known now of that time. */
            is_as_known: boolean;
            sentence: string;
            /** @description The leads won since; opens as `won_since`. */
            wins: number;
        };
        /** @description A number with how far it may be off. */
        ForecastSpan: {
            /** Format: double */
            high: number;
            /**
             * Format: double
             * @description And 95 of 100 between these.
             */
            low: number;
            /** Format: double */
            mean: number;
            /**
             * Format: double
             * @description Eight in ten draws are between these.
             */
            p10: number;
            /** Format: double */
            p90: number;
        };
        /** @description A section of the charter's file. */
        FormClauseDocument: {
            /**
             * @description Where it is, as edits name it.
             * @example stage.mql
             */
            at: string;
            fields: components["schemas"]["FormFieldDocument"][];
            /** @description The line of its header, from 1. */
            line: number;
            /** @description The parts of `at`. */
            names: string[];
        };
        /**
         * @description A key of a section, those of tables in one line among them. One of `rule`, `text`, `number`,
         *     `flag` and `texts` is there.
         */
        FormFieldDocument: {
            /** @example stage.mql.enter */
            at: string;
            flag?: boolean | null;
            /** @description The line on which its value begins, from 1. */
            line: number;
            /** @description The parts of `at` below its section. */
            names: string[];
            /** Format: double */
            number?: number | null;
            rule?: components["schemas"]["RuleDocument"] | null;
            /** @description A text; that of a rule as it is written. */
            text?: string | null;
            texts?: string[] | null;
        };
        /**
         * @description In which form somebody is told.
         * @enum {string}
         */
        FormatWord: "webhook" | "slack" | "teams";
        /** @description A charter's file, changed, and its form. */
        Formed: {
            /**
             * @description Its sections in the order of the file, without what is left to the text: clauses that are
             *     written within one value, and dates.
             */
            clauses: components["schemas"]["FormClauseDocument"][];
            /** @description The file as it is now. */
            text: string;
        };
        /**
         * @description How many leads came how far, and how long they took. It counts leads; each figure is the length
         *     of the list that `GET /api/v1/funnel/leads` gives for it.
         */
        Funnel: {
            /** @description As known at this time; absent for as known now. */
            as_known?: string | null;
            as_of: components["schemas"]["AsOf"];
            /** @description The trait, `persona`, `unit`, `motion` or `pipeline` of the slices. */
            by?: string | null;
            /** @description How many leads have dates that contradict each other. */
            disorders: number;
            from?: string | null;
            /** @description The leads by what was asked for, the most first. */
            slices: components["schemas"]["Slice"][];
            /** @description Always `leads`. */
            unit: string;
            until?: string | null;
            /** @description All leads. */
            whole: components["schemas"]["Slice"];
        };
        /** @description A difference of shares, with the interval that holds it with a confidence of 95 %. */
        Gap: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            value: number;
        };
        /** @description How far a goal is, of its target and of its time. */
        Goal: {
            /**
             * Format: double
             * @description What there is, of the target.
             */
            attained?: number | null;
            /** @description How many are behind it: the length of the list that it opens. */
            behind: number;
            /** @description What its list holds: `opportunities` or `leads`. */
            counts: string;
            /**
             * Format: double
             * @description How much of that time is over, from 0 to 1.
             */
            elapsed: number;
            /** @description From when it is counted. */
            from: string;
            /** @example new-revenue-q1 */
            id: string;
            /** @description Whether some of its time was before the first charter. */
            is_assumed: boolean;
            /** @description How many it is a share of. */
            of_count?: number | null;
            /** @description The clause in words. */
            says?: string | null;
            /** @description The sides that answer for it. */
            sides: string[];
            /** Format: double */
            target: number;
            /** @description `money` (whole units of the currency), `count` or `share`. */
            unit: string;
            /** @description How many opportunities might count, and have no date or no amount. */
            unknown: number;
            /** @description Before when. */
            until: string;
            /**
             * Format: double
             * @description How much of it there is; nothing where there is nothing to say it of.
             */
            value?: number | null;
        };
        /** @description The opportunities behind a goal. */
        GoalOpportunities: {
            /** @description How many there are, those included that whoever asks does not see. */
            count: number;
            currency: string;
            /** @description The first of them that whoever asks sees, at most 1000. */
            opportunities: components["schemas"]["OpportunitySummary"][];
        };
        /** @description How far the goals of the charter in force are. */
        Goals: {
            as_of: components["schemas"]["AsOf"];
            currency: string;
            goals: components["schemas"]["Goal"][];
        };
        /** @description Something that was taken to be so. */
        GuessDocument: {
            column?: string | null;
            file: string;
            what: string;
            why: string;
        };
        /** @description The secret of an invitation's link: what stands behind its `#`. */
        Held: {
            link: string;
        };
        /** @description How to run an import, or to try it out. */
        How: {
            /**
             * @description When the files were exported, for values that the mapping dates by the export: a time in
             *     RFC 3339. Now, where it is not said.
             */
            as_of?: string | null;
        };
        /** @description What another system calls it. */
        IdentifierDocument: {
            namespace: string;
            value: string;
        };
        /** @description A column of a file. */
        ImportColumn: {
            name: string;
            /** @description The first different cells, at most five. */
            samples: string[];
        };
        /** @description An import: files, what their columns mean, and what became of them. */
        ImportDocument: {
            /** @description When that ended. */
            ended_at?: string | null;
            /** @description Why it failed, and what to do. */
            failure?: string | null;
            /** @description The files that wait to be imported; none once they are. */
            files: components["schemas"]["FileDocument"][];
            /** Format: int64 */
            id: number;
            /** @description The name of its mapping, once there is one. */
            mapping?: string | null;
            opened_at: string;
            progress?: components["schemas"]["ProgressDocument"] | null;
            report?: components["schemas"]["ImportReport"] | null;
            /** @description When it was run last. */
            started_at?: string | null;
            /**
             * @description `open`, `running`, `done`, `undone` where its facts were taken back, `failed`, or
             *     `broken_off` where the server stopped meanwhile; what failed or was broken off can be run again and changes nothing twice.
             * @example open
             */
            state: string;
            /** @description Who opened it. */
            who: string;
        };
        /** @description What became of the rows of a file. */
        ImportFileReport: {
            /**
             * Format: int64
             * @description Facts that were known already.
             */
            facts_known: number;
            /** Format: int64 */
            facts_new: number;
            name: string;
            /** @description The first 100 rows that were rejected. */
            rejects: components["schemas"]["RejectDocument"][];
            /** @description The name under which all of them can be had, to be corrected and imported again. */
            rejects_file?: string | null;
            /** Format: int64 */
            rows_read: number;
            /** Format: int64 */
            rows_rejected: number;
            /** @description Why the rest of the file was not read. */
            stopped?: string | null;
        };
        /** @description A list of imports, those opened last first. */
        ImportList: {
            imports: components["schemas"]["ImportDocument"][];
            /** @description Give it as `cursor` for the next page; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description Something odd about what is imported. */
        ImportNote: {
            /**
             * @description What kind of thing, for programs.
             * @example unknown_value
             */
            code: string;
            /**
             * Format: int64
             * @description How often.
             */
            count: number;
            file?: string | null;
            /** @description The sentence, with the first examples. */
            text: string;
        };
        /** @description What became of the rows of an import, or would. */
        ImportReport: {
            /** @description Files that the mapping names and that were not given. */
            absent: string[];
            /** Format: int64 */
            accounts_new: number;
            files: components["schemas"]["ImportFileReport"][];
            /**
             * Format: int64
             * @description How many leads were linked to accounts that nobody had linked them to.
             */
            leads_linked: number;
            /** Format: int64 */
            leads_new: number;
            /**
             * Format: int64
             * @description About how many leads something was decided.
             */
            leads_settled: number;
            /** @description What is odd: reported, not fixed. */
            notes: components["schemas"]["ImportNote"][];
            /** Format: int64 */
            opportunities_new: number;
        };
        /** @description What a row says. */
        ImportRow: {
            file: string;
            /** Format: int64 */
            line: number;
            subjects: components["schemas"]["ImportRowSubject"][];
        };
        /** @description A fact that a row says. */
        ImportRowFact: {
            at: string;
            /** @description `touch`, `activity`, `trait`, … */
            kind: string;
            name: string;
            precision: string;
            value: unknown;
        };
        /** @description A value of a row that says who somebody is. */
        ImportRowPersonal: {
            field: string;
            value: string;
        };
        /** @description What a row says of one subject. */
        ImportRowSubject: {
            /** @description The subjects that it belongs to, as the source calls them. */
            belongs_to: string[];
            facts: components["schemas"]["ImportRowFact"][];
            /**
             * @description What the source calls it, with the namespace before.
             * @example crm.lead:1042
             */
            id: string;
            /** @description `person`, `account` or `opportunity`. */
            kind: string;
            /** @description What says who it is. */
            personal: components["schemas"]["ImportRowPersonal"][];
        };
        /** @description An invitation that still works. */
        InvitationDocument: {
            /** @description When. */
            created_at: string;
            /** @description Who is invited. */
            email: string;
            /** @description From when on it is worth nothing. */
            ends_at: string;
            /** @description The random id, which is not the secret of the link. */
            id: string;
            /** @description The handle of who invited them. */
            made_by: string;
            /** @description What people call them. */
            name: string;
            /** @description What they will be. */
            role: string;
        };
        /** @description Invitations that still work. */
        InvitationList: {
            invitations: components["schemas"]["InvitationDocument"][];
            /** @description Give it as `cursor` to go on; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description A verdict about a lead. */
        JudgedLead: {
            lead: string;
            /**
             * @description What made it qualified: what it did, or another cause.
             * @example webinar.attended
             */
            qualified_by: string;
            reason: string;
            said_at: string;
            value: string;
            verdict: string;
            won_at?: string | null;
        };
        /** @description A key of a new clause. */
        KeySent: {
            name: string;
            value: components["schemas"]["ValueSent"];
        };
        /** @description What is known of the files already: answers to questions. */
        Known: {
            /**
             * @description The date of the export.
             * @example 2026-11-22
             */
            as_of?: string | null;
            /** @description The column that says when a lead came. */
            created?: string | null;
            /** @description The order of day and month: `dmy` or `mdy`. */
            date_order?: string | null;
            /** @description The column that names a lead. */
            id?: string | null;
            /** @description The file that lists the leads. */
            leads?: string | null;
            /** @description What to call the source: small letters, digits, `.`, `_` and `-`. */
            name?: string | null;
            /** @description The column that says whether a lead or a deal was won. */
            won?: string | null;
            /**
             * @description The zone of times that name none, by its name in the IANA database.
             * @example Europe/Paris
             */
            zone?: string | null;
        };
        /** @description A list of leads, soonest due first. */
        LeadList: {
            as_of: components["schemas"]["AsOf"];
            leads: components["schemas"]["LeadSummary"][];
            /** @description Give it as `cursor` for the next page; absent at the end. */
            next_cursor?: string | null;
        };
        /** @description One lead: where it is, why, and all that happened. */
        LeadPage: {
            account?: components["schemas"]["AccountName"] | null;
            as_of: components["schemas"]["AsOf"];
            /** @description What programs did by themselves, such as scanners of mail: in no story and no score. */
            automatic: components["schemas"]["AutomaticDocument"][];
            /** @description Decisions that were moved or withdrawn later. */
            corrections: components["schemas"]["Correction"][];
            /** @description The decisions that stand, in order. */
            decisions: components["schemas"]["DecisionDocument"][];
            engagement: components["schemas"]["ScoreLine"][];
            /** @description Its facts in order, those ahead of now included. */
            facts: components["schemas"]["FactLine"][];
            fit: components["schemas"]["ScoreLine"][];
            id: string;
            /** @description What other systems call it. */
            identifiers: components["schemas"]["IdentifierDocument"][];
            lead?: components["schemas"]["LeadSummary"] | null;
            motion?: string | null;
            persona?: string | null;
            /** @description What says who it is. */
            personal: components["schemas"]["PersonalValue"][];
            pipeline?: string | null;
            /** @description The promises that ran on it. */
            promises: components["schemas"]["PromiseLine"][];
            traits: components["schemas"]["TraitDocument"][];
            unit?: string | null;
        };
        /** @description Where a lead is, and whose turn it is. */
        LeadSummary: {
            /** @description The name of its account. */
            company?: string | null;
            /** @description When the next promise is, or was, due. */
            due?: string | null;
            /**
             * Format: double
             * @description Engagement in points, now.
             */
            engagement: number;
            entered_at?: string | null;
            /** @description How precisely that is known: `instant`, `minute`, `day`, `unknown`. */
            entered_precision: string;
            first_outreach_at?: string | null;
            first_touch_at?: string | null;
            /**
             * Format: double
             * @description Fit in points.
             */
            fit: number;
            id: string;
            /** @description Whether it is past its due. */
            is_late: boolean;
            /** @description Who it is, for those who may see it. */
            name?: string | null;
            /**
             * Format: int32
             * @description The ordinal of the pass, from 1; 0 before the first.
             */
            pass: number;
            /**
             * @description Whose turn it is: `assignee`, `queue`, `team`, `nurture` or `nowhere`.
             * @example queue
             */
            place: string;
            /** @description The id of that promise. */
            promise?: string | null;
            /** @description When it comes back by itself. */
            returns_at?: string | null;
            stage?: components["schemas"]["StageName"] | null;
            /** @description The person, queue or team of the place. */
            who?: string | null;
            /** @description Why it is in this stage: the clause in words. */
            why?: string | null;
        };
        /** @description One thing that speaks against a column. */
        LeakEvidence: {
            /** @description `learned_after`, `known_unevenly`, `tells_outcome` or `named_later`. */
            kind: string;
            /** @description For people, with its figures. */
            reading: string;
        };
        /** @description A link, whose secret is shown only here. */
        LinkDocument: {
            /** @description From when on it is worth nothing. */
            ends_at: string;
            /** @description Hand it to them; it works once. */
            url: string;
        };
        /** @description A load under both, week by week. */
        LoadCompared: {
            after: number[];
            before: number[];
            /** @description The queue, or the side. */
            of: string;
        };
        /** @description An invitation with its link, whose secret is shown only here. */
        MadeInvitation: {
            invitation: components["schemas"]["InvitationDocument"];
            /** @description Hand it to them; it works once. */
            url: string;
        };
        /** @description A write key that was just made. */
        MadeKey: {
            /** Format: int64 */
            id: number;
            /** @description The key. It is shown this once: only its hash is kept. */
            key: string;
        };
        /** @description A token with its secret, which is shown only here. */
        MadeToken: {
            /** @description Send it as `Authorization: Bearer …`. */
            secret: string;
            token: components["schemas"]["TokenDocument"];
        };
        /** @description What the columns of files mean. */
        MappingText: {
            /** @description The mapping's TOML file, whole. */
            text: string;
        };
        /** @description Oneself. */
        Me: {
            /** @description Whether a program asks, with a token. */
            is_token: boolean;
            /** @description What one may do, by the words of the permissions table. */
            permissions: string[];
            /** @description The word by which charters ask for one's signature; absent where they cannot. */
            signs_as?: string | null;
            user: components["schemas"]["UserDocument"];
        };
        /** @description Somebody of a team. */
        MemberDocument: {
            person: string;
            /**
             * Format: int32
             * @description How many leads to one of weight 1.
             */
            weight: number;
        };
        /** @description A message. It says nothing of who somebody is. */
        MessageDocument: {
            /** @description When it may leave, or is tried again. */
            acts_at?: string | null;
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /** @description How it goes out; `to_address` before it is known to whom by name. */
            channel: string;
            /** @description When it was added. */
            created_at?: string | null;
            /** @description When it was sent, given up or withdrawn. */
            ended_at?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description Its name, the same on every attempt. */
            key: string;
            /** @description What kind of notice it is. */
            kind: string;
            /** @description Why the last attempt failed; empty when none did. */
            last_error: string;
            /** @description The lead that it is about. */
            lead?: string | null;
            /** @description Whom it is for: the id of a user or a webhook, or a role. */
            recipient: string;
            /** @description How far it is. */
            state: components["schemas"]["StateWord"];
        };
        /** @description A metric: what it means, and what it comes to. */
        Metric: components["schemas"]["MetricFigure"] & {
            /** @description Which instant decides whether something is of the period. */
            anchor: string;
            before?: components["schemas"]["MetricFigure"] | null;
            change?: components["schemas"]["MetricChange"] | null;
            /** @description What it counts, or is an average of: `leads`, `verdicts`, `opportunities`, … */
            counts: string;
            definition: string;
            /** @example win_rate */
            id: string;
            name: string;
            /** @description What it is a share of. */
            of?: string | null;
            /** @description `marketing` or `sales`; nothing where both answer for it. */
            side?: string | null;
            /** @description `none`, `business` or `wall`. */
            time: string;
            /** @description What is done with what is not decided yet. */
            undecided: string;
            /** @description `count`, `share`, `money`, `days` or `hours`. */
            unit: string;
        };
        /** @description By how much a metric differs from the other period. */
        MetricChange: {
            /** Format: double */
            high?: number | null;
            /**
             * Format: double
             * @description Of a share, the interval that holds the difference with a confidence of 95 % (Newcombe
             *     1998, method 10).
             */
            low?: number | null;
            /**
             * Format: double
             * @description The value less that of the other period, in the metric's unit.
             */
            value?: number | null;
        };
        /** @description What a metric comes to. */
        MetricFigure: {
            /** @description How many are behind it: the length of the list that it opens. */
            behind: number;
            /** Format: double */
            high?: number | null;
            /** @description Whether there are too few to say much: fewer than 30. */
            is_small: boolean;
            /**
             * Format: double
             * @description The interval that holds a share with a confidence of 95 % (Wilson 1927).
             */
            low?: number | null;
            /** @description How many it is a share of. */
            of_count?: number | null;
            /**
             * Format: double
             * @description Nothing where there is nothing to say it of.
             */
            value?: number | null;
        };
        /** @description Every metric over a period. */
        Metrics: {
            /** @description As known at this time; absent for as known now. */
            as_known?: string | null;
            as_of: components["schemas"]["AsOf"];
            /** @description By what the slices are told apart. */
            by?: string | null;
            compared?: components["schemas"]["ComparedPeriod"] | null;
            currency: string;
            from: string;
            /** @description Whether some of the period was before the first charter. */
            is_assumed: boolean;
            /** @description Each metric, over all. */
            metrics: components["schemas"]["Metric"][];
            /**
             * @description Each metric by what was asked for, the slices that most is counted in first. What the slices
             *     of a metric count is together what it counts. Open the list of one with `only` and `value`.
             */
            slices: components["schemas"]["MetricsSlice"][];
            until: string;
        };
        /** @description Every metric over what has one value. */
        MetricsSlice: {
            /** @description Each metric, in the order of the whole. */
            metrics: components["schemas"]["SlicedMetric"][];
            /** @description The value; absent where it is not known. */
            value?: string | null;
        };
        /** @description Whom marketing sends against whom sales accepts and wins, trait by trait. */
        MirrorDocument: {
            accepted_at?: string | null;
            as_of: components["schemas"]["AsOf"];
            /** @description Traits with too many values to compare, or known of nobody. */
            left_out: string[];
            sent: number;
            /** @description The stages at which leads are sent, accepted and won. */
            sent_at: string;
            /** @description In what those won differ most from those sent; or why nothing can be said. */
            sentence: string;
            /** @description Of those sent, how many are still open. */
            still_open: number;
            /** @description The strongest difference first. */
            traits: components["schemas"]["MirrorTrait"][];
            won_at: string;
        };
        /** @description One trait. */
        MirrorTrait: {
            /** @description `exact`, `assumed` or `mixed`. */
            certainty: string;
            /**
             * @description `sound`, `too_few_won`, `known_unevenly`, `tells_outcome` or `one_value`: only where it is
             *     sound, the differences say something.
             */
            comparison: string;
            known: components["schemas"]["Counts"];
            /** @example lead.seniority */
            name: string;
            not_known: components["schemas"]["Counts"];
            /** @description The value in which those won differ most from those sent. */
            strongest?: string | null;
            values: components["schemas"]["MirrorValue"][];
        };
        /** @description One value of a trait. */
        MirrorValue: {
            accepted_less_sent?: components["schemas"]["Gap"] | null;
            /** @description Whether there are too few to say much. */
            is_small: boolean;
            leads: components["schemas"]["Counts"];
            /** Format: double */
            share_of_accepted?: number | null;
            /** Format: double */
            share_of_sent?: number | null;
            /** Format: double */
            share_of_won?: number | null;
            value: string;
            won_less_sent?: components["schemas"]["Gap"] | null;
        };
        /** @description Somebody reached out to a lead, met it, or tried to. */
        NewActivity: {
            /** @description When, where it is written down afterwards; it takes effect when it was written down. */
            at?: string | null;
            /**
             * @description What it was.
             * @example call.connected
             */
            name: string;
        };
        /** @description The first administrator. */
        NewAdministrator: {
            /** @example ann@example.com */
            email: string;
            /** @description What facts and settings call them; by default the mail address before the `@`. */
            handle?: string | null;
            /** @description The secret of the setup link: what stands behind its `#`. */
            link: string;
            /** @example Ann Example */
            name: string;
            /** @description At least 10 characters. */
            password: string;
        };
        /** @description Who has the lead from now on. */
        NewAssignment: {
            /** @description The person; `null`: nobody, and it waits again. */
            assignee?: string | null;
            seen?: components["schemas"]["Seen"] | null;
        };
        /** @description Another charter, and the time that is counted. */
        NewBacktest: {
            /** @description Only what happened at this time or later is counted. */
            from?: string | null;
            /** @description The whole proposed charter's file. */
            text: string;
            /** @description Only what happened before this time is counted. */
            to?: string | null;
            /**
             * Format: int64
             * @description For how long to wait for it before answering, in milliseconds: at most 10,000; by default
             *     1,000.
             */
            wait_ms?: number | null;
        };
        /** @description What somebody says of a proposal. */
        NewComment: {
            /** @description The clause that it is about; absent for the whole. */
            clause?: string | null;
            /** @description What, in 1 to 5000 characters. */
            said: string;
        };
        /** @description Who is invited, as what. */
        NewInvitation: {
            /** @example rita@example.com */
            email: string;
            /** @example Rita Example */
            name: string;
            /**
             * @description What they will be.
             * @example rep
             */
            role: string;
        };
        /** @description A write key to make. */
        NewKey: {
            /**
             * @description What it is for, in 1 to 100 characters.
             * @example website
             */
            name: string;
            /**
             * @description The sites from which browsers may send with it, `https://www.example.com`; `*` is any.
             *     Servers and apps need none.
             */
            origins?: string[];
        };
        /** @description How one wants to be told. */
        NewPreference: {
            /**
             * Format: int32
             * @description For a digest, the hour in the company's zone, 0 to 23; 8 where it is left out.
             */
            hour?: number | null;
            /** @description `immediate`, `daily`, `weekly` or `off`. */
            rhythm: components["schemas"]["RhythmWord"];
            /**
             * Format: int32
             * @description For a weekly digest, its day: 1 for Monday to 7 for Sunday; 1 where it is left out.
             */
            weekday?: number | null;
        };
        /** @description What a proposal says. */
        NewProposal: {
            /** @description From when it is to decide; absent: as soon as it is signed. */
            takes_force?: string | null;
            /** @description The whole proposed charter's file. */
            text: string;
            /** @description What it is about, in a line of 1 to 200 characters. */
            title: string;
        };
        /** @description A charter, and how many days are counted. */
        NewRehearsal: {
            /**
             * Format: int32
             * @description The last so many days of which anything is known, 1 to 730; 90 when not said.
             */
            days?: number;
            /** @description The whole charter's file. */
            text: string;
        };
        /** @description Settings to apply. */
        NewSettings: {
            /** @description From when on they hold; absent: from now on. */
            in_force_from?: string | null;
            /** @description The settings file. */
            text: string;
        };
        /** @description A signature under what was read. */
        NewSignature: {
            /** @description The `text_hash` of the proposal as it was read. */
            text_hash: string;
        };
        /** @description A charter to try. */
        NewTrial: {
            /** @description The whole charter's file. */
            text: string;
        };
        /** @description Sales' answer to a hand-off. */
        NewVerdict: {
            /** @description When, where it is written down afterwards; it takes effect when it was written down. */
            at?: string | null;
            /**
             * @description Why, by a reason of the charter; needed where it declares some.
             * @example no_timeline
             */
            reason?: string | null;
            seen?: components["schemas"]["Seen"] | null;
            /**
             * @description `accepted`, `rejected`, `recycled` or `disqualified`.
             * @example recycled
             */
            verdict: string;
        };
        /** @description A program or a chat room to be told. */
        NewWebhookDocument: {
            /** @description For a room, of whose, as `role:sales_head` or `person:ana`; empty for all. */
            audience?: string;
            /** @description In which form: `webhook` for a program (Standard Webhooks), `slack` or `teams` for a room. */
            format: components["schemas"]["FormatWord"];
            /** @description Of which kinds of notices; empty for all. */
            kinds?: string[];
            /**
             * @description Where, as `https://…`, at most 2000 letters.
             * @example https://hooks.example.com/tandem
             */
            url: string;
        };
        /** @description One thing that one was told, or will be. */
        NoticeDocument: {
            /**
             * @description How it goes out.
             * @example email
             */
            channel: string;
            /** @description When it was sent, given up or withdrawn. */
            ended_at?: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /**
             * @description What kind of notice it is.
             * @example promise_broken
             */
            kind: string;
            /** @description The lead that it is about. */
            lead?: string | null;
            /** @description When it may leave. */
            not_before?: string | null;
            /** @description What it says in a line; absent for who may not read names. */
            says?: string | null;
            /** @description `waiting`, `claimed`, `sent`, `dead`, `cancelled` or `corrected`. */
            state: string;
        };
        /** @description What one was told, the last first. */
        Notices: {
            /**
             * Format: int64
             * @description Where to go on; absent at the end.
             */
            next_cursor?: number | null;
            notices: components["schemas"]["NoticeDocument"][];
        };
        /** @description A provider at which people sign in. */
        OidcWay: {
            /**
             * @description What stands on the button.
             * @example Example account
             */
            label: string;
        };
        /** @description The account of an opportunity. */
        OpportunityAccount: {
            id: string;
            name: string;
        };
        /** @description A list of opportunities, those opened last first. */
        OpportunityList: {
            as_of: components["schemas"]["AsOf"];
            /** @description How many there are on all pages together. */
            count: number;
            /**
             * @description In which currency amounts are.
             * @example EUR
             */
            currency: string;
            /** @description Give it as `cursor` for the next page; absent at the end. */
            next_cursor?: string | null;
            opportunities: components["schemas"]["OpportunitySummary"][];
        };
        /** @description One opportunity. */
        OpportunitySummary: {
            account?: components["schemas"]["OpportunityAccount"] | null;
            /**
             * Format: double
             * @description Its last amount, in whole units of the currency.
             */
            amount?: number | null;
            /** @description Since when it is won or lost. */
            closed_at?: string | null;
            /** @description How precisely that is known. */
            closed_precision?: string | null;
            id: string;
            /** @description The id of the person whom it began with. */
            lead?: string | null;
            /** @description What it is called, for those who may see names. */
            name?: string | null;
            /** @description When anything was first known of it. */
            opened_at?: string | null;
            /** @description How precisely that is known: `instant`, `minute`, `day`, `unknown`. */
            opened_precision?: string | null;
            /**
             * @description `open`, `won` or `lost`.
             * @example open
             */
            outcome: string;
            /** @description Its last stage, as the CRM calls it. */
            stage?: string | null;
        };
        /** @description Messages in a state, in order, and how many there are in each. */
        Outbox: {
            /** @description How many messages are in each state that any is in. */
            counts: components["schemas"]["StateCount"][];
            messages: components["schemas"]["MessageDocument"][];
            /**
             * Format: int64
             * @description Where to go on; absent at the end.
             */
            next_cursor?: number | null;
        };
        /** @description How long leads take from one milestone to another. It counts leads. */
        Pace: {
            calendar_days?: components["schemas"]["Spread"] | null;
            certainty: string;
            elapsed_days?: components["schemas"]["Spread"] | null;
            /** @description The id of a stage, or `first_touch`. */
            from: string;
            /** @description How many rest now without having come. */
            gone: number;
            /** @description How many came by both. */
            n: number;
            /** @description How many went past it. */
            skipped: number;
            to: string;
            /** @description How many may still come. */
            waiting: number;
        };
        /** @description A part of a finding: so many of so many. */
        PartDocument: {
            /**
             * Format: double
             * @description With a confidence of 95 % the share lies no higher.
             */
            high?: number | null;
            /** @description Whether so few were counted that the share says little. */
            is_small_sample: boolean;
            label: string;
            /** @description What it is a part of; the same for all parts of one list. */
            list: string;
            /**
             * Format: double
             * @description With a confidence of 95 % the share lies no lower.
             */
            low?: number | null;
            n: number;
            note?: string | null;
            of: number;
            /** Format: double */
            share?: number | null;
        };
        /** @description A new password by a link. */
        PasswordByLink: {
            /** @description The secret of the link: what stands behind its `#`. */
            link: string;
            /** @description At least 10 characters. */
            password: string;
        };
        /** @description A new password, with the old one. */
        PasswordChange: {
            current: string;
            /** @description At least 10 characters. */
            new: string;
        };
        /** @description When the leads came. */
        PeriodDocument: {
            /** @description How many came in each of so many equal parts of that time. */
            arrivals: number[];
            /** @description When the first came. */
            from: string;
            /** @description When the last came. */
            to: string;
        };
        /** @description The period to seal. */
        PeriodSaid: {
            /**
             * @description From this time on.
             * @example 2026-01-01T00:00:00Z
             */
            from: string;
            /**
             * @description Before this time, which is past.
             * @example 2026-02-01T00:00:00Z
             */
            until: string;
        };
        /** @description Somebody who can be given leads. */
        PersonDocument: {
            absences: components["schemas"]["AbsenceDocument"][];
            /**
             * Format: int32
             * @description How many open leads at once; absent for no bound.
             */
            capacity?: number | null;
            /** Format: int64 */
            open_leads: number;
            person: string;
        };
        /** @description A value that says who somebody is. */
        PersonalValue: {
            /** @example phone */
            field: string;
            /** @description Whose: the lead's id, or that of a subject of its story. */
            subject: string;
            value: string;
        };
        /** @description One place of a request that cannot be taken. */
        Place: {
            /**
             * @description The field as a JSON pointer (`/reason`), the parameter by its name, or the line of a text
             *     (`line 12, column 8`).
             */
            at: string;
            /** @description Why it cannot be taken, and what to do. */
            reason: string;
        };
        /**
         * @description What a goal of revenue takes of each stage. It counts leads, and all of it is estimated: as
         *     leads went before.
         */
        Plan: {
            as_of: components["schemas"]["AsOf"];
            currency: string;
            /** Format: int32 */
            days: number;
            /**
             * Format: double
             * @description In whole units of the currency; `null` where none was said and the charter has none.
             */
            goal?: number | null;
            /** @description The charter's goal that was taken. */
            goal_id?: string | null;
            load?: components["schemas"]["PlanLoad"] | null;
            sentence: string;
            /** @description The most won first. */
            slices: components["schemas"]["PlanSlice"][];
            /** @description Leads that began without a date: they are in no figure. */
            undated: number;
            whole?: components["schemas"]["PlanPart"] | null;
        };
        /** @description What sales carries, and can. */
        PlanLoad: {
            /**
             * Format: int32
             * @description How many it can have, by the settings; `null` where that is not bounded.
             */
            capacity?: number | null;
            /**
             * Format: double
             * @description How many days a lead stays with sales, on average.
             */
            days_mean: number;
            is_carried?: boolean | null;
            /** @description The open leads that sales has now; opens as `load`. */
            now: number;
            /**
             * Format: double
             * @description And has at once by the plan.
             */
            planned: number;
            reading: string;
        };
        /** @description What it takes, or why nobody can say. */
        PlanPart: {
            /** Format: double */
            amount_high?: number | null;
            /** Format: double */
            amount_low?: number | null;
            /**
             * Format: double
             * @description What a win brought on average, with its interval (95 %).
             */
            amount_mean?: number | null;
            /** @description Why there are no steps; `null` where there are. */
            refusal?: string | null;
            /** @description The stages of the path up to the won one, in order. */
            steps: components["schemas"]["PlanStep"][];
        };
        /** @description What a part of the goal takes of the leads of one value. */
        PlanSlice: {
            /**
             * Format: double
             * @description Its part of all that were won, from 0 to 1: so much of the goal it is planned for.
             */
            part: number;
            plan: components["schemas"]["PlanPart"];
            /** @description `null` where it is not known. */
            value?: string | null;
        };
        /**
         * @description One stage of a plan. Its counts open as `STAGE:reached`, `STAGE:came`, `STAGE:left` and
         *     `STAGE:waiting`.
         */
        PlanStep: {
            came: number;
            /**
             * Format: double
             * @description So many days before a win a lead is here.
             */
            days_before: number;
            /**
             * Format: double
             * @description After so many days half, and nine in ten, of those who come have come.
             */
            days_median?: number | null;
            /** Format: double */
            days_p90?: number | null;
            left: number;
            name: string;
            /**
             * Format: double
             * @description How many leads must reach it, with the interval (95 %).
             */
            needed: number;
            /** Format: double */
            needed_high: number;
            /** Format: double */
            needed_low: number;
            /**
             * Format: double
             * @description The share that reaches the next sooner or later, those who wait still counted as long as they
             *     were watched, with its interval (95 %); `null` of the last stage.
             */
            rate?: number | null;
            /** Format: double */
            rate_high?: number | null;
            /** Format: double */
            rate_low?: number | null;
            /** @description The leads that reached it; of them those who reached the next, left the path, or may come. */
            reached: number;
            /** @example mql */
            stage: string;
            waiting: number;
        };
        /** @description How one is told of a kind of notice by email. */
        PreferenceDocument: {
            /** @description Whether one chose it; else it is what is usual for the role. */
            chosen: boolean;
            /**
             * Format: int32
             * @description For a digest, the hour in the company's zone at which it leaves.
             */
            hour?: number | null;
            /**
             * @description The kind of notice.
             * @example promise_broken
             */
            kind: string;
            /** @description `immediate`, `daily`, `weekly` or `off`. */
            rhythm: components["schemas"]["RhythmWord"];
            /**
             * Format: int32
             * @description For a weekly digest, its day: 1 for Monday to 7 for Sunday.
             */
            weekday?: number | null;
        };
        /** @description How one wants to be told of each kind of notice. */
        Preferences: {
            preferences: components["schemas"]["PreferenceDocument"][];
        };
        /** @description What would happen if an import were run. Nothing was recorded. */
        PreviewDocument: {
            report: components["schemas"]["ImportReport"];
            /** @description What the first good rows of each file say. */
            rows: components["schemas"]["ImportRow"][];
            /**
             * Format: int64
             * @description Of files with more rows than this, only so many were tried out; their report says so.
             */
            rows_max: number;
        };
        /** @description What went wrong, and what to do. */
        Problem: {
            /**
             * @description What it is, for programs; never changes.
             * @example unknown_lead
             */
            code: string;
            /** @description What it is and what to do, for people. */
            detail: string;
            /** @description Where in the request it is, each with its reason. */
            places?: components["schemas"]["Place"][];
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
        };
        /** @description How far an import is. */
        ProgressDocument: {
            /**
             * Format: int64
             * @description How many it has.
             */
            bytes: number;
            /**
             * Format: int64
             * @description How many of its bytes were read, packed as they are.
             */
            bytes_read: number;
            /** @description The file under way; absent while leads are settled. */
            file?: string | null;
            /**
             * Format: int64
             * @description How many of its rows were read.
             */
            rows: number;
        };
        /** @description A promise under both. */
        PromiseCompared: {
            after: components["schemas"]["RunsDocument"];
            before: components["schemas"]["RunsDocument"];
            by: string;
            id: string;
        };
        /** @description One promise. */
        PromiseDocument: {
            all: number;
            answered_late: number;
            broken: number;
            /** @description The side that gives it. */
            by: string;
            cancelled: number;
            id: string;
            /** @description Whether the charter in force has it. */
            in_force: boolean;
            kept: number;
            never_answered: number;
            running: number;
            /** @description The clause in words. */
            says?: string | null;
            /**
             * Format: double
             * @description Kept, of those kept or broken.
             */
            share_kept?: number | null;
            still_open: number;
            unknowable: number;
        };
        /** @description A promise that ran on a lead. */
        PromiseLine: {
            due: string;
            ended_at?: string | null;
            id: string;
            /** @description `running`, `kept`, `broken`, `cancelled`, `unknowable`, … */
            outcome: string;
            says?: string | null;
            started_at: string;
        };
        /** @description What became of each promise. It counts promises: a lead that came twice was promised twice. */
        Promises: {
            as_of: components["schemas"]["AsOf"];
            /**
             * @description What would have become of them before the first charter was adopted: assumed, and not among
             *     `promises`.
             */
            in_retrospect: components["schemas"]["PromiseDocument"][];
            /** @description Those in force first, in the charter's order. */
            promises: components["schemas"]["PromiseDocument"][];
            /** @description Marketing, then sales. */
            sides: components["schemas"]["SideDocument"][];
            /** @description Always `promises`. */
            unit: string;
        };
        /** @description A proposal as people read it. */
        ProposalDocument: components["schemas"]["ProposalLine"] & {
            /**
             * Format: int32
             * @description The version that it is compared with.
             */
            base: number;
            /** @description What changes, clause by clause, in the words of the charter. */
            changes: components["schemas"]["ChangeDocument"][];
            comments: components["schemas"]["CommentDocument"][];
            /** @description The signatures that it needs, in the order in which they are asked. */
            signatures: components["schemas"]["SignatureDocument"][];
            /** @description The whole proposed charter's file. */
            text: string;
            /** @description The hash of its text: send it back to sign what was read. */
            text_hash: string;
        };
        /** @description A proposal in a list. */
        ProposalLine: {
            changed_at: string;
            /** Format: int64 */
            id: number;
            opened_at: string;
            /** @description `open`, `withdrawn` or `adopted`. */
            state: string;
            /** @description From when it is to decide; absent: as soon as it is signed. */
            takes_force?: string | null;
            title: string;
            /**
             * Format: int32
             * @description The version that it became.
             */
            version?: number | null;
            /** @description Who made it. */
            who: string;
        };
        /** @description The latest proposals, at most 200. */
        Proposals: {
            proposals: components["schemas"]["ProposalLine"][];
        };
        /** @description A question whose answer makes the mapping better. */
        QuestionDocument: {
            /** @description What is taken to be so until it is answered. */
            assumed: string;
            /**
             * @description Under which name to answer it: `leads` (then `id` too, where it asks for a column),
             *     `date_order`, `created`, `won` or `zone`.
             */
            id: string;
            text: string;
        };
        /** @description What waits in a queue for somebody to take it: `?open=true&place=queue&who=…`. */
        QueueDocument: {
            /** @description How many of them are late. */
            late: number;
            leads: number;
            /** @example sdr */
            queue: string;
        };
        /** @description A charter to start from. */
        ReadyCharterDocument: {
            /** @example b2b-saas */
            id: string;
            /** @description For whom it is, in a line. */
            is_for: string;
            /** @description Its file, with the name, the zone and the currency of the company where they are known. */
            text: string;
        };
        /** @description Charters to start from. */
        ReadyCharters: {
            charters: components["schemas"]["ReadyCharterDocument"][];
        };
        /** @description A reason, and what it causes. */
        ReasonDocument: {
            id: string;
            /**
             * Format: double
             * @description After how many days the lead comes back by itself.
             */
            returns_after_days?: number | null;
        };
        /**
         * @description Why two figures that count leads differ: what changes with each cause, which sum to the
         *     difference; each lead that only one figure counts has exactly one cause.
         */
        Reconciliation: {
            /** @description How many leads both count. */
            both: number;
            /** @description In the order in which the terms are changed; of terms that are the same there is none. */
            causes: components["schemas"]["ReconciliationCause"][];
            /**
             * Format: int64
             * @description `other` less `first`.
             */
            difference: number;
            /** @description How many leads the first figure counts. */
            first: number;
            /** @description How many leads the other counts. */
            other: number;
        };
        /** @description What differs for one cause. */
        ReconciliationCause: {
            /** @description Leads that only the other figure counts. */
            added: number;
            /**
             * @description `merge`, `recorded_since`, `time`, `charter`, `date_anchor`, `time_zone`, `period`, `stage`
             *     or `filter`.
             * @example date_anchor
             */
            cause: string;
            /**
             * Format: int64
             * @description `added` less `removed`.
             */
            change: number;
            /** @description What that says, in plain words. */
            meaning: string;
            /** @description Leads that only the first figure counts. */
            removed: number;
        };
        /** @description A column, and what speaks for its having been filled in when the outcome was known. */
        RefusedColumn: {
            evidence: components["schemas"]["LeakEvidence"][];
            /** @example lead.tags */
            name: string;
        };
        /**
         * @description What a charter would have said of the leads of the last weeks. Nobody had agreed to it, so that
         *     all of it is assumed.
         */
        RehearsalDocument: {
            /** @description The most hand-offs of a week, counted from the first day. */
            busiest_week: number;
            /** @description Always `assumed`. */
            certainty: string;
            /** @description The charter in plain words. */
            chapters: components["schemas"]["ChapterDocument"][];
            /** @description From when on what happened is counted. */
            from: string;
            /** @description How many leads were handed over in that time. */
            handed_over: number;
            /** @description How many leads there are, whenever they came. */
            leads: number;
            name: string;
            /** @description What became of each promise that began in that time. */
            promises: components["schemas"]["PromiseDocument"][];
            /** @description How many leads entered each stage in that time. */
            stages: components["schemas"]["RehearsedStage"][];
            /** @description How many leads entered stages at times that nobody knows; they are in no figure. */
            undated: number;
            /** @description Until when: the end of the last day of which anything is known. */
            until: string;
            /** @description How many leads were won in that time. */
            won: number;
            /** @description How many of those had been handed over before. */
            won_handed_over: number;
        };
        /** @description How many leads entered a stage. */
        RehearsedStage: {
            leads: number;
            stage: components["schemas"]["StageName"];
        };
        /** @description A row that was rejected. */
        RejectDocument: {
            /** @description The column at fault, where it is one. */
            column?: string | null;
            /** @description What to do. */
            help: string;
            /**
             * Format: int64
             * @description Its line, or the row, the item, the event; from 1.
             */
            line: number;
            reason: string;
        };
        /** @description A change to the charter that a finding of feedback speaks for. */
        Remedy: {
            /** @description The whole charter with that change: the `charter` of a backtest, or the text of a proposal. */
            charter: string;
            /**
             * @description The clause that is changed.
             * @example stage.mql.enter
             */
            clause: string;
            /**
             * @description `refused_most`: leads of one value are no longer handed over; `mistaken_by`: what made leads
             *     qualified that nobody wanted counts half; `bought_later`: a reason for rejecting becomes one
             *     for recycling.
             */
            finding: string;
            /** @description How many leads speak for it. */
            leads: number;
            /** @description What it says now, and what it would say. */
            now: string;
            proposed: string;
            /** @description What would change, what speaks for it, and what it costs. */
            sentence: string;
            /** @description Of the leads that it concerns, so many were won. */
            won: number;
        };
        /** @description A metric of a sealed period. */
        RestatedMetric: {
            /**
             * Format: double
             * @description The value now less the value reported.
             */
            change?: number | null;
            /** @description How many things are counted now: `counted_then` and every `change` of the restatements. */
            counted_now: number;
            /** @description How many things were counted then; for a share, all of which it is a share. */
            counted_then: number;
            /** @description What it counts: `leads`, `verdicts`, `opportunities`, … */
            counts: string;
            /** @example leads_qualified */
            id: string;
            name: string;
            /** @description What it comes to by what is known now. */
            now: components["schemas"]["EditionFigure"];
            /** @description What was reported. It never changes. */
            reported: components["schemas"]["EditionFigure"];
            /**
             * @description What came and went since, each with its cause. Something that counts by another date or
             *     worth than before went and came.
             */
            restatements: components["schemas"]["Restatement"][];
            /**
             * Format: int64
             * @description By how much more was reported than the same knowledge comes to today: not 0 only where this
             *     program counts otherwise than the one that sealed it, or somebody was erased since.
             */
            unexplained: number;
            /** @description `count`, `share`, `money`, `days` or `hours`. */
            unit: string;
        };
        /** @description A sealed period beside what it comes to by what is known now. */
        RestatedPeriod: {
            /**
             * @description In which currency money was reported.
             * @example EUR
             */
            currency: string;
            /** @description Each metric that has a period. */
            metrics: components["schemas"]["RestatedMetric"][];
            seal: components["schemas"]["Seal"];
        };
        /** @description What came and went for one cause. */
        Restatement: {
            added: number;
            /**
             * @description `merge`, `recorded_since`, `time` or `charter`.
             * @example recorded_since
             */
            cause: string;
            /**
             * Format: int64
             * @description `added` less `removed`.
             */
            change: number;
            /** @description What that says, in plain words. */
            meaning: string;
            removed: number;
            /**
             * Format: double
             * @description Of sums of money, by how much more they are for this cause.
             */
            worth?: number | null;
        };
        /** @description What was taken back. */
        RetractionDone: {
            /**
             * Format: int64
             * @description How many facts.
             */
            facts: number;
            import: components["schemas"]["ImportDocument"];
            /**
             * Format: int64
             * @description About how many leads something was decided anew.
             */
            leads_settled: number;
        };
        /** @description What taking an import back would come to. */
        RetractionPreview: {
            /**
             * Format: int64
             * @description How many facts would be taken back: those that this import was the first to bring.
             */
            facts: number;
            /**
             * Format: int64
             * @description How many of its facts were taken back before.
             */
            gone_already: number;
            /**
             * Format: int64
             * @description How many leads' stories would change.
             */
            leads: number;
            /**
             * Format: int64
             * @description Of these, those of whom nothing else is known, so that they are leads no longer.
             */
            leads_gone: number;
            /**
             * Format: int64
             * @description Of these, those of whom people wrote something since: verdicts, calls, assignments.
             */
            leads_worked: number;
        };
        /**
         * @description When one is told.
         * @enum {string}
         */
        RhythmWord: "off" | "immediate" | "daily" | "weekly";
        /**
         * @description What kind of question.
         * @enum {string}
         */
        RuleAskedWord: "value" | "known" | "happened" | "ever" | "count" | "in_stage";
        /** @description A rule as groups of questions. */
        RuleDocument: {
            /** @enum {string} */
            is: "all";
            parts: components["schemas"]["RuleDocument"][];
        } | {
            /** @enum {string} */
            is: "any";
            parts: components["schemas"]["RuleDocument"][];
        } | (components["schemas"]["RuleQuestionDocument"] & {
            /** @enum {string} */
            is: "question";
        }) | {
            /** @enum {string} */
            is: "text";
            text: string;
        };
        /** @description A value written in a rule. */
        RuleLiteralDocument: boolean | number | string;
        /**
         * @description The names that rules may use: the standard ones, and those of the charter's own `[traits]` and
         *     `[facts]`.
         */
        RuleNames: {
            /**
             * @example [
             *       "meeting.held"
             *     ]
             */
            activities: string[];
            /**
             * @description The ids of motions.
             * @example [
             *       "inbound"
             *     ]
             */
            motions: string[];
            /**
             * @description Why leads are rejected, recycled or disqualified.
             * @example [
             *       "not_icp"
             *     ]
             */
            reasons: string[];
            /**
             * @description The ids of stages; rules and promises write `stage:mql`.
             * @example [
             *       "mql"
             *     ]
             */
            stages: string[];
            /**
             * @example [
             *       "form.demo_request"
             *     ]
             */
            touches: string[];
            traits: components["schemas"]["TraitName"][];
        };
        /** @description One question of a rule. */
        RuleQuestionDocument: {
            asked: components["schemas"]["RuleAskedWord"];
            /** @description Whether the opposite is asked. */
            is_not?: boolean;
            /**
             * @description Of which trait, score or facts; empty for `in_stage`.
             * @example account.employees
             */
            name: string;
            /** @description `==`, `!=`, `>=`, `>`, `<=`, `<` or `in`; absent where nothing is compared. */
            operator?: string | null;
            /** @description With what it is compared. */
            values?: components["schemas"]["RuleLiteralDocument"][];
            /**
             * @description Within which time; for `in_stage` after which time.
             * @example 30d
             */
            within?: string | null;
        };
        /** @description What became of a promise. */
        RunsDocument: {
            broken: components["schemas"]["CountDocument"];
            kept: components["schemas"]["CountDocument"];
            /** @description Started where nobody saw it: whether people would have kept it cannot be known. */
            nobody_saw: components["schemas"]["CountDocument"];
            running: components["schemas"]["CountDocument"];
            started: components["schemas"]["CountDocument"];
        };
        /** @description One clause of a score. */
        ScoreLine: {
            clause: string;
            /** @description For fit: whether it holds; absent when too little is known. */
            holds?: boolean | null;
            /** @description For engagement: when it happened last. */
            last_at?: string | null;
            /**
             * Format: int64
             * @description For engagement: how often it happened beyond what counts.
             */
            over_cap?: number | null;
            /**
             * Format: double
             * @description What it gives now.
             */
            points: number;
            /** @description The clause in words. */
            says?: string | null;
            /**
             * Format: int64
             * @description For engagement: how often it happened.
             */
            times?: number | null;
        };
        /**
         * @description A point table learned from the leads that were worked, by what was known of each when it was
         *     handed over. What it says of other leads is estimated.
         */
        Scorecard: {
            as_of: components["schemas"]["AsOf"];
            card?: components["schemas"]["ScorecardTable"] | null;
            /** @description Of the ends that it was learned from: `exact`, `assumed` or `mixed`. */
            certainty: string;
            /** @description Whether nothing says who was worked, so that all are taken to have been. */
            is_work_assumed: boolean;
            /** @description `accepted` or `won`. */
            outcome: string;
            /**
             * Format: double
             * @description An open lead counts as not won after so many days.
             */
            patience_days?: number | null;
            /**
             * @description The leads handed over: those worked whose end is known, those worked still, those that
             *     nobody worked.
             */
            sent: number;
            /** @description What the table is worth, or why there is none. */
            sentence: string;
            undecided: number;
            unworked: number;
            worked: number;
        };
        /** @description What is asked of a lead, and the points for it. */
        ScorecardLine: {
            /** @description Of the leads learned from, how many it holds for, and how many of those came to the outcome. */
            leads: number;
            /**
             * @description A trait, or a touch.
             * @example lead.seniority
             */
            name: string;
            /** Format: int32 */
            points: number;
            /** @description For people. */
            reading: string;
            /** @description In the language of rules. */
            rule: string;
            with_outcome: number;
        };
        /** @description The table, what it is worth, and the clauses that it would make. */
        ScorecardTable: {
            /**
             * @description The chance that of two leads held out, one of whom came to the outcome, that one has more
             *     points; one half for points that tell nothing.
             */
            auc: components["schemas"]["Estimate"];
            auc_less_present?: components["schemas"]["Estimate"] | null;
            auc_present?: components["schemas"]["Estimate"] | null;
            /**
             * @description Leads held out by their points, the fewest first. Row N opens the list `row:N`, those with
             *     the outcome `row:N:with`.
             */
            calibration: components["schemas"]["CalibrationRow"][];
            /**
             * @description The charter in force with the clauses in place of its points for fit: the text to propose.
             *     `null` where they do not fit in, or it would not be sound; `clauses_reading` says which.
             */
            charter?: string | null;
            /** @description The clauses alone, as a charter's file writes them. */
            clauses: string;
            /** @description What can be done with the clauses, and what must be known of them. */
            clauses_reading: string;
            /** Format: int32 */
            everybody: number;
            /**
             * Format: int32
             * @description By what the points are multiplied in them, and what everybody has, so that fit lies where it
             *     lies by the charter in force.
             */
            factor: number;
            /** @description The leads that it has not seen, on which it is judged. */
            held_out: number;
            /** @description Leads handed over since then are held out; `null` where most have no date. */
            held_out_from?: string | null;
            held_out_with: number;
            /** @description Whether so few were held out that what it is worth is known roughly only. */
            is_small: boolean;
            learned_from: number;
            learned_with: number;
            /** @description The columns that tell most first, the most points of each first. */
            lines: components["schemas"]["ScorecardLine"][];
            /** @description What was not learned from, since it looks filled in when the outcome was known. */
            refused: components["schemas"]["RefusedColumn"][];
            /** @description Of no use, or of too little for so few leads. */
            silent: string[];
            /** @description What looks so, and was learned from because `trust` names it. */
            trusted: components["schemas"]["RefusedColumn"][];
        };
        /** @description A period that was sealed: what was reported of it stays. */
        Seal: {
            /** @description From this time on. */
            from: string;
            /** @description The hash over all of it and over the seal before, in hexadecimal. */
            hash: string;
            /** Format: int64 */
            id: number;
            /**
             * Format: int64
             * @description The last fact that was known.
             */
            position: number;
            sealed_at: string;
            /** @description Before this time. */
            until: string;
            /**
             * Format: int32
             * @description The version of the charter that was in force.
             */
            version: number;
            who: string;
        };
        /** @description The periods that were sealed, in the order of sealing. */
        SealList: {
            seals: components["schemas"]["Seal"][];
        };
        /**
         * @description The state that the person saw: whoever answers what somebody else answered meanwhile gets 409
         *     `went_on`, and nothing is recorded.
         */
        Seen: {
            /**
             * Format: int32
             * @description The ordinal of the pass.
             */
            pass: number;
            /** @description The id of the stage; empty before the first pass. */
            stage: string;
        };
        /** @description The settings that hold now. */
        SettingsDocument: {
            /** @description From when on they hold. */
            in_force_from: string;
            /** @description Everybody, with their open leads. */
            people: components["schemas"]["PersonDocument"][];
            /** @description The people of each team, in the order in which they take turns. */
            teams: {
                [key: string]: components["schemas"]["MemberDocument"][];
            };
            /** @description The settings file, to the letter. */
            text: string;
            /** @description When others take their place, if some were applied already. */
            until?: string | null;
            /** @description Who applied them. */
            who: string;
        };
        /** @description Whether Tandem waits to be set up. */
        SetupState: {
            /** @description Whether nobody was set up yet: then the server says at its start by which link to do it. */
            is_needed: boolean;
        };
        /** @description All promises of one side. */
        SideDocument: {
            broken: number;
            kept: number;
            running: number;
            /**
             * Format: double
             * @description Kept, of those kept or broken.
             */
            share_kept?: number | null;
            side: string;
            /** @description Broken, and still waiting for an answer. */
            still_open: number;
        };
        /** @description Which ways in there are. */
        SignInWays: {
            oidc?: components["schemas"]["OidcWay"] | null;
            /** @description Whether people sign in with mail address and password. */
            password: boolean;
        };
        /** @description A signature that is asked for. */
        SignatureDocument: {
            at?: string | null;
            /** @description The hash that chains it to all signatures before. */
            hash?: string | null;
            /** @description Whether it signs after all others. */
            is_last: boolean;
            /** @description The parts that it signs for. */
            parts: string[];
            /** @description The role, as charters name it. */
            role: string;
            /** @description Who signed; absent while it is open. */
            who?: string | null;
        };
        /** @description The funnel of some leads. */
        Slice: {
            /** @description The stages beside the path. */
            beside: components["schemas"]["BesideFigures"][];
            leads: number;
            /** @description The stages of the path, in order. */
            stages: components["schemas"]["StageFigures"][];
            /** @description The value; absent for all leads, and for those of whom it is not known. */
            value?: string | null;
            /** @description From each stage to the next, and from the first touch to each won stage. */
            velocities: components["schemas"]["Pace"][];
        };
        /** @description What a metric comes to in a slice. */
        SlicedMetric: components["schemas"]["MetricFigure"] & {
            before?: components["schemas"]["MetricFigure"] | null;
            change?: components["schemas"]["MetricChange"] | null;
            /** @example win_rate */
            id: string;
        };
        /** @description A sound charter in plain words. */
        Sound: {
            chapters: components["schemas"]["ChapterDocument"][];
            name: string;
            /** @description The names that its rules may use. */
            names: components["schemas"]["RuleNames"];
        };
        /** @description How numbers spread. */
        Spread: {
            /** Format: double */
            max: number;
            /** Format: double */
            mean: number;
            /** Format: double */
            median: number;
            /** Format: double */
            p75: number;
            /** Format: double */
            p90: number;
        };
        /** @description A stage under both. */
        StageCompared: {
            after: components["schemas"]["CountDocument"];
            /** @description Entries under the charter in force, and under the proposal. */
            before: components["schemas"]["CountDocument"];
            id: string;
            name: string;
        };
        /** @description One stage of the path. */
        StageFigures: {
            /** @description `exact`, `assumed` or `mixed`. */
            certainty: string;
            /** @description Leads that entered the stage itself. */
            entered: number;
            id: string;
            name: string;
            /** @description Leads that entered it or a later stage. */
            reached: number;
            /**
             * Format: double
             * @description Reached, of those that reached the first stage.
             */
            share_of_first?: number | null;
            /**
             * Format: double
             * @description Reached, of those that reached the stage before.
             */
            share_of_previous?: number | null;
            side: string;
            target?: components["schemas"]["Target"] | null;
            /** @description Leads that are in it now and wait for somebody. */
            waiting: number;
        };
        /** @description A stage, with the side that is responsible for it. */
        StageName: {
            id: string;
            name: string;
            /** @description `marketing` or `sales`. */
            side: string;
        };
        /** @description How many messages are in a state. */
        StateCount: {
            /** Format: int64 */
            messages: number;
            state: components["schemas"]["StateWord"];
        };
        /**
         * @description How far a message is.
         * @enum {string}
         */
        StateWord: "waiting" | "claimed" | "sent" | "dead" | "cancelled" | "corrected";
        /** @description A file as it was understood. */
        SuggestedFile: {
            columns: components["schemas"]["ImportColumn"][];
            /** @description Whether the mapping reads it. */
            is_read: boolean;
            /** @description Whether those are all. */
            is_whole: boolean;
            name: string;
            /** @description The product that exported it. */
            product?: string | null;
            /** @description What its rows are: `leads`, `deals`, … */
            role: string;
            /**
             * Format: int64
             * @description How many rows were looked at.
             */
            rows: number;
            /** @description Why. */
            why: string;
        };
        /** @description A mapping to start from, with what it was made of. */
        SuggestionDocument: {
            /** @description The date of the export, as the mapping says it. */
            as_of: string;
            files: components["schemas"]["SuggestedFile"][];
            /** @description Everything that was taken to be so. */
            guesses: components["schemas"]["GuessDocument"][];
            /** @description The mapping's text, with every guess marked; it can be used as it is. */
            mapping: string;
            /** @description What is odd about the data itself. */
            notes: components["schemas"]["SuggestionNote"][];
            /** @description At most five; answer them in the next request. */
            questions: components["schemas"]["QuestionDocument"][];
            /** @description Files that could not be read, each with the reason. */
            unread: components["schemas"]["UnreadFile"][];
        };
        /** @description Something odd about the data. */
        SuggestionNote: {
            column: string;
            file: string;
            id: string;
            /** Format: int64 */
            rows: number;
            text: string;
        };
        /** @description What became of a request's messages. */
        Taken: {
            /** @description Messages that could not be read, each with its place; absent when all could. */
            rejected?: components["schemas"]["Place"][];
            /** @description Always true: what could be read is on the disk. */
            success: boolean;
        };
        /** @description What the charter agreed of the way to a stage. */
        Target: {
            /**
             * Format: double
             * @description How many of those that reached `from` reached this stage, whenever.
             */
            actual?: number | null;
            /** @description The stage that leads come from. */
            from: string;
            /**
             * Format: double
             * @description How many of them at least, from 0 to 1.
             */
            rate: number;
            /**
             * Format: double
             * @description Within how many days.
             */
            within_days?: number | null;
        };
        /** @description A team. */
        TeamDocument: {
            /** @description When it was made. */
            created_at: string;
            /** @description The random id. */
            id: string;
            /** @description Who is in it, by handles. */
            members: string[];
            /** @description What people call it. */
            name: string;
            /** @description The queues that it serves. */
            queues: string[];
            /** @description The business units that it serves; none for all. */
            units: string[];
            /** @description What routes and settings call it. */
            word: string;
        };
        /** @description Teams, in the order of their words. */
        TeamList: {
            /** @description Give it as `cursor` to go on; absent at the end. */
            next_cursor?: string | null;
            teams: components["schemas"]["TeamDocument"][];
        };
        /** @description A team as it shall be. */
        TeamSaid: {
            /** @description Who is in it, by handles; at most 500. */
            members?: string[];
            /**
             * @description What people call it.
             * @example Enterprise EMEA
             */
            name: string;
            /** @description The queues that it serves; at most 100. */
            queues?: string[];
            /** @description The business units that it serves, at most 100; none for all. */
            units?: string[];
            /**
             * @description What routes and settings call it.
             * @example enterprise-emea
             */
            word: string;
        };
        /** @description A test that was sent. */
        TestDocument: {
            /** @description The id under which it arrives: the header `webhook-id`. */
            webhook_id: string;
        };
        /** @description A token, without its secret. */
        TokenDocument: {
            /** @description When it was made. */
            created_at: string;
            /** @description From when on it is worth nothing. */
            ends_at?: string | null;
            /** @description The random id, which is not the secret. */
            id: string;
            /** @description What it is for. */
            name: string;
            /** @description The id of the user for whom it acts. */
            owner: string;
            /** @description Since when it is revoked. */
            revoked_at?: string | null;
            /** @description What it may do at most, by the words of the permissions table. */
            scope: string[];
            /** @description When it was last used, to ten minutes. */
            used_at?: string | null;
        };
        /** @description Tokens. */
        TokenList: {
            /** @description Give it as `cursor` to go on; absent at the end. */
            next_cursor?: string | null;
            tokens: components["schemas"]["TokenDocument"][];
        };
        /** @description A token as it is asked for. */
        TokenSaid: {
            /** @description From when on it is worth nothing; by default never. */
            ends_at?: string | null;
            /**
             * @description What it is for.
             * @example Nightly report
             */
            name: string;
            /**
             * @description What it may do, by the words of the permissions table; no more than oneself.
             * @example [
             *       "leads.read",
             *       "figures.read"
             *     ]
             */
            scope: string[];
        };
        /** @description What is known of a trait. */
        TraitDocument: {
            /** @example account.employees */
            name: string;
            precision: string;
            since: string;
            value: unknown;
        };
        /** @description A trait, and of what type its values are. */
        TraitName: {
            /** @example account.employees */
            name: string;
            /** @description `number`, `text` or `flag`. */
            type: string;
        };
        /** @description A word of the CRM that nobody explained. */
        UnexplainedWord: {
            leads: number;
            word: string;
        };
        /** @description A file that could not be read. */
        UnreadFile: {
            name: string;
            why: string;
        };
        /** @description A user. */
        UserDocument: {
            /** @description When they came in. */
            created_at: string;
            /** @description Since when they may do nothing any more. */
            deactivated_at?: string | null;
            /** @description The mail address. */
            email: string;
            /** @description What facts, assignments and settings call them. */
            handle: string;
            /** @description The random id. */
            id: string;
            /** @description What people call them. */
            name: string;
            /**
             * @description What they are: `administrator`, `operations`, `marketing_head`, `sales_head`, `marketer`,
             *     `sdr`, `rep` or `executive`.
             */
            role: string;
            /** @description The words of the teams that they are in. */
            teams: string[];
        };
        /** @description Users, in the order of their handles. */
        UserList: {
            /** @description Give it as `cursor` to go on; absent at the end. */
            next_cursor?: string | null;
            users: components["schemas"]["UserDocument"][];
        };
        /** @description A value of a charter's file. */
        ValueSent: boolean | number | string | string[];
        /** @description What a verdict asks and causes. */
        VerdictDocument: {
            /** @description The reasons of which one must be given; empty where none is asked. */
            reasons: components["schemas"]["ReasonDocument"][];
            rests_in?: components["schemas"]["StageName"] | null;
            /** @description `accepted`, `rejected`, `recycled` or `disqualified`. */
            verdict: string;
        };
        /** @description A version in one line. */
        VersionLine: {
            /** @description The hash of its text and of the version before, in hex. */
            hash: string;
            in_force_from: string;
            /** @description Whether it runs unsigned, to try it. */
            is_trial: boolean;
            /** Format: int32 */
            number: number;
            recorded_at: string;
            who: string;
        };
        /** @description All versions, the latest last. */
        Versions: {
            versions: components["schemas"]["VersionLine"][];
        };
        /**
         * @description What needs a person now, among the leads that whoever asks sees. Each number is the length of a
         *     list of `/api/v1/leads`.
         */
        WaitingDocument: {
            as_of: components["schemas"]["AsOf"];
            /** @description Leads whose next promise is late: `?open=true&due=late`. */
            late: number;
            /** @description The queues of the charter's hand-offs, in its order. */
            queues: components["schemas"]["QueueDocument"][];
            /** @description Leads whose next promise falls due within a day: `?open=true&due=soon`. */
            soon: number;
            /** @description What is counted: `leads`. */
            unit: string;
        };
        /** @description How many leads would go from one stage to another. */
        WayDocument: {
            from: string;
            /** Format: int64 */
            leads: number;
            to: string;
        };
        /** @description A program or a chat room that is told. */
        WebhookDocument: {
            /** @description Of whose; empty for all. */
            audience: string;
            /** @description When it was made. */
            created_at?: string | null;
            /** @description Who made it. */
            created_by: string;
            /** @description Whether it is told nothing at present. */
            disabled: boolean;
            /** @description In which form. */
            format: components["schemas"]["FormatWord"];
            /** @description Until when the secret before the last change signs too. */
            former_secret_until?: string | null;
            /** @description The host of its address; the rest may be secret. */
            host: string;
            /** @description Its id. */
            id: string;
            /** @description Of which kinds of notices; empty for all. */
            kinds: string[];
            /** @description What signs its events: shown once, when it is made. */
            secret?: string | null;
        };
        /** @description All webhooks, oldest first, at most 100. */
        Webhooks: {
            webhooks: components["schemas"]["WebhookDocument"][];
        };
        /** @description What would have become of the wins. */
        WinsCompared: {
            all: components["schemas"]["CountDocument"];
            earlier: components["schemas"]["CountDocument"];
            later: components["schemas"]["CountDocument"];
            /** @description Of them, how many would not have been handed over, newly, earlier, later. */
            never: components["schemas"]["CountDocument"];
            newly: components["schemas"]["CountDocument"];
        };
        /** @description What is set for Tandem as a whole. */
        Workspace: {
            /**
             * @description Who sees which leads: `open`, everybody all of them; `teams`, SDRs and reps their own,
             *     those of their teams and those that wait in the queues that they serve.
             */
            lead_visibility: string;
        };
        /** @description A write key, without the key. */
        WriteKeyDocument: {
            /** Format: int64 */
            id: number;
            made_at: string;
            /**
             * @description What it is for.
             * @example website
             */
            name: string;
            /** @description The sites from which browsers may send with it; `*` is any. */
            origins: string[];
            revoked_at?: string | null;
        };
        /** @description All write keys. */
        WriteKeyList: {
            write_keys: components["schemas"]["WriteKeyDocument"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
