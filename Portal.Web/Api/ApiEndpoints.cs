using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Security;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Api;

/// <summary>The API for other systems: the same use cases and the same rights as the screens.</summary>
public static class ApiEndpoints
{
    public const string KeyHeader = "Idempotency-Key";

    private const string AfterHint =
        "To read all of a list while people work: `after` with an id of zeros, then with `next` of each answer until that is null. The "
        + "rows then come oldest first, and none is read twice or left out because it changed meanwhile.";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddOpenApi("v1", ApiDocument.Describe);
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.Api).DisableAntiforgery().WithTags("Portal")
            .WithMetadata(new DoorAttribute(DoorKind.Api));
        api.MapPost("token", TokenAsync)
            .AllowAnonymous()
            .WithMetadata(new DoorAttribute(DoorKind.Api | DoorKind.SignIn))
            .Produces<TokenAnswer>()
            .WithName("signIn")
            .WithSummary("Signs in and answers with a bearer token for one hour.");
        Read(api, "me", MeAsync).WithName("me").WithSummary("Who I am: person, roles and groups today.");
        Read(api, "processes", ProcessesAsync)
            .WithName("listProcesses")
            .WithSummary("The processes I may start, with the JSON schema of their first form.");
        api.MapPost("cases", StartAsync)
            .Produces<ReceiptAnswer>(201)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithMetadata(new KeyedAttribute())
            .WithName("startCase")
            .WithSummary("Starts a case with its first form filled in.");
        Read(api, "cases", ListCasesAsync)
            .WithName("listCases")
            .WithSummary("Cases I may see, newest change first; with `after` oldest first.")
            .WithDescription(AfterHint);
        Read(api, "cases/{id:guid}", CaseAsync)
            .Produces<CaseAnswer>()
            .ProducesProblem(404)
            .WithName("readCase")
            .WithSummary("One case; 404 also for one I may not know of.");
        Read(api, "tasks", ListTasksAsync).WithName("listTasks").WithSummary("My inbox.").WithDescription(AfterHint);
        api.MapPost("tasks/{id:guid}/complete", CompleteAsync)
            .Produces<ReceiptAnswer>()
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithMetadata(new KeyedAttribute())
            .WithName("completeTask")
            .WithSummary("Answers a step. 409 tells who was first, and when.");
        ItemEndpoints.Map(api);
        FollowUpEndpoints.Map(api);
    }

    // Who may read with GET may ask with HEAD (RFC 9110, 9.3.2).
    internal static RouteHandlerBuilder Read(RouteGroupBuilder api, string pattern, Delegate handler) =>
        api.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    private static async Task<IResult> TokenAsync(
        TokenRequest request, StaffSignIn signIn, IUserClaimsPrincipalFactory<UserAccount> claims, HttpContext http,
        Accounts accounts, IOptionsMonitor<BearerTokenOptions> bearer, TimeProvider clock, Localizer texts)
    {
        var user = await signIn.UserManager.FindByNameAsync(Short(request.UserName));
        var checkedIn = await signIn.CheckAsync(user, Short(request.UserName), Short(request.Password));
        if (!checkedIn.Succeeded)
        {
            return TypedResults.Problem(statusCode: 401, title: texts[Accounts.WhyNot(checkedIn)]);
        }

        if (user!.TwoFactorEnabled && !await IsCodeRightAsync(user, request.Code, signIn))
        {
            return TypedResults.Problem(statusCode: 401, title: texts["Account.CodeNeeded"]);
        }

        var principal = await claims.CreateAsync(user);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.RemoveClaim(identity.FindFirst(PersonClaim.Session));
        var recorded = await accounts.RecordAsync(ActorOf(principal, http), "Account.SignedIn", "API");
        if (!recorded.IsSuccess)
        {
            return Problem(recorded.Refusal, texts);
        }

        return TypedResults.Ok(TokenAnswer.Of(principal, bearer.Get(IdentityConstants.BearerScheme), clock));
    }

    // Who sends none learns that one is asked for; only a wrong one counts, and a right one ends the count.
    private static async Task<bool> IsCodeRightAsync(UserAccount user, string? code, StaffSignIn signIn)
    {
        if (string.IsNullOrEmpty(code))
        {
            return false;
        }

        if (await signIn.UserManager.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await signIn.UserManager.ResetAccessFailedCountAsync(user);
            return true;
        }

        await signIn.UserManager.AccessFailedAsync(user);
        await signIn.RecordFailureAsync(user, "Account.CodeFailed");
        return false;
    }

    private static string Short(string? text) => text is { Length: <= TokenRequest.Longest } ? text : "";

    private static async Task<MeAnswer> MeAsync(ClaimsPrincipal user, HttpContext http, PortalOperations operations)
    {
        var actor = ActorOf(user, http);
        var context = await operations.ContextAsync(actor);
        return new MeAnswer(actor.PersonId, actor.Name, context.Directory.Person(actor.PersonId)?.Position ?? "",
            [.. context.Directory.RolesOf(actor.PersonId, context.Today).Select(r => r.ToString())],
            [.. context.Directory.GroupsOf(actor.PersonId, context.Today).Select(g =>
                new GroupAnswer(g, context.Directory.Group(g)?.Name ?? g, context.Directory.LeadOf(g, context.Today) == actor.PersonId))]);
    }

    private static async Task<IReadOnlyList<ProcessAnswer>> ProcessesAsync(
        ClaimsPrincipal user, HttpContext http, PortalOperations operations, ProcessCatalogue processes, StartableProcesses startable)
    {
        var context = await operations.ContextAsync(ActorOf(user, http));
        var answers = new List<ProcessAnswer>();
        foreach (var (process, name, _, spec) in await startable.ForAsync(context))
        {
            if (processes.Form(spec.Form) is { } form)
            {
                answers.Add(new ProcessAnswer(
                    process.Key,
                    name,
                    form.Key,
                    Actions(spec.Actions.Where(a => !a.IsOptional)),
                    ApiFormSchema.Of(form),
                    ExtraFieldAnswer.Of(spec.Fields),
                    spec.RequiredFields,
                    spec.HiddenFields));
            }
        }

        return answers;
    }

    private static async Task<IResult> StartAsync(
        StartRequest request, ClaimsPrincipal user, HttpContext http, CaseActs acts, Localizer texts)
    {
        if (string.IsNullOrEmpty(request.Process) || request.Form is null)
        {
            return Problem(Refusal.Invalid([new FieldError(request.Form is null ? "form" : "process", "Common.Required")]), texts);
        }

        if (!TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var started = await acts.StartAsync(
            ActorOf(user, http), request.Process, new Submission(request.Outcome ?? "Submit", request.Form, request.Extra), key);
        return started.IsSuccess
            ? TypedResults.Created($"/api/v1/cases/{started.Value.CaseId}", ReceiptAnswer.Of(started.Value))
            : Problem(started.Refusal, texts);
    }

    private static async Task<CaseListAnswer> ListCasesAsync(
        ClaimsPrincipal user, HttpContext http, CaseQueries cases, Localizer texts, string? process, string? group, string? area,
        CaseState? state, string? search, Guid? after, int page = 0, int pageSize = 25)
    {
        var size = Paging.Size(pageSize);
        var found = await cases.ListAsync(ActorOf(user, http), new CaseFilter
        {
            ProcessKey = process ?? "",
            GroupId = group ?? "",
            AreaId = area ?? "",
            State = state,
            Search = search ?? "",
            After = after,
            Page = page,
            PageSize = size,
        });
        return new CaseListAnswer(
            [.. found.Rows.Select(c => new CaseListRow(
                c.Id, c.Number, texts[c.Title], c.ProcessKey, c.GroupId, c.State, c.Status, c.CreatedAt, c.UpdatedAt))],
            found.Total,
            Math.Max(0, page),
            size,
            Next(after, found.Rows, size, r => r.Id));
    }

    private static async Task<IResult> CaseAsync(Guid id, ClaimsPrincipal user, HttpContext http, CaseQueries cases, Localizer texts)
    {
        var found = await cases.FindAsync(ActorOf(user, http), id);
        if (!found.IsSuccess)
        {
            return Problem(found.Refusal, texts);
        }

        var view = found.Value;
        var c = view.Case;
        return TypedResults.Ok(new CaseAnswer(
            c.Id, c.Number, texts[c.Title], c.ProcessKey, c.GroupId, [.. c.Areas.Select(a => a.AreaId)], c.State, c.Status, view.Flags,
            c.CreatedAt, c.UpdatedAt,
            [.. view.Open.Select(o => new TaskAnswer(
                o.Task.Id,
                c.Id,
                c.Number,
                texts[c.Title],
                c.ProcessKey,
                o.Task.StepId,
                o.Task.Title,
                o.Task.CreatedAt,
                o.Task.DueAt,
                o.Task.Version,
                o.Spec.Form,
                Actions(o.Actions),
                ExtraFieldAnswer.Of(o.Spec.Fields)))],
            [.. view.Submissions.Select(s => new SubmissionAnswer(
                s.StepId, s.FormKey, s.Item, s.Action, s.Round, s.PersonId, s.ActingForId, s.At, s.IsRestricted, s.Form))],
            [.. view.Decisions.Select(d => new DecisionAnswer(d.StepId, d.Action, d.Opinion, d.DeciderId, d.ActingForId, d.At))]));
    }

    private static async Task<TaskListAnswer> ListTasksAsync(
        ClaimsPrincipal user, HttpContext http, TaskQueries tasks, Localizer texts, string? process, string? group, string? area,
        string? search, Guid? after,
        DueFilter due = DueFilter.Any, TaskSort sort = TaskSort.Due, int page = 0, int pageSize = 25)
    {
        var size = Paging.Size(pageSize);
        var found = await tasks.InboxAsync(ActorOf(user, http), new TaskFilter
        {
            ProcessKey = process ?? "",
            GroupId = group ?? "",
            AreaId = area ?? "",
            Search = search ?? "",
            Due = due,
            Sort = sort,
            After = after,
            Page = page,
            PageSize = size,
        });
        return new TaskListAnswer(
            [.. found.Rows.Select(r => new TaskAnswer(
                r.Id, r.CaseId, r.CaseNumber, texts[r.CaseTitle], r.ProcessKey, r.StepId, r.Title, r.CreatedAt, r.DueAt, r.Version, null,
                null))],
            found.Total, Math.Max(0, page), size, Next(after, found.Rows, size, r => r.Id));
    }

    // Where a list is read to its end by ids: the last one, while there may be more.
    private static Guid? Next<T>(Guid? after, IReadOnlyList<T> rows, int size, Func<T, Guid> id) =>
        after is not null && rows.Count == size ? id(rows[^1]) : null;

    private static async Task<IResult> CompleteAsync(
        Guid id, CompleteRequest request, ClaimsPrincipal user, HttpContext http, CaseActs acts, Localizer texts)
    {
        if (string.IsNullOrEmpty(request.Outcome))
        {
            return Problem(Refusal.Invalid([new FieldError("outcome", "Common.Required")]), texts);
        }

        if (!TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var done = await acts.CompleteAsync(
            ActorOf(user, http),
            id,
            new Submission(request.Outcome, request.Form ?? [], request.Extra, request.Version, request.Comment),
            key);
        return done.IsSuccess ? TypedResults.Ok(ReceiptAnswer.Of(done.Value)) : Problem(done.Refusal, texts);
    }

    internal static bool TryReadKey<TRequest>(HttpContext http, TRequest request, out RequestKey? key)
    {
        var value = http.Request.Headers[KeyHeader].ToString();
        var text = $"{http.Request.Method} {http.Request.Path}\n{JsonSerializer.Serialize(request)}";
        key = value.Length == 0 ? null : new RequestKey(value, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        return value.Length <= RequestKey.MaxLength;
    }

    private static IReadOnlyList<ActionAnswer> Actions(IEnumerable<TaskAction> actions) =>
        [.. actions.Select(a => new ActionAnswer(a.Key, a.Label, a.CommentRequired, a.Form))];

    internal static Actor ActorOf(ClaimsPrincipal user, HttpContext http) => user.ToActor(http.Connection.RemoteIpAddress?.ToString());

    /// <summary>A refusal as problem details: 400 with errors by field, 403, 404, 409 with who and when.</summary>
    internal static ProblemHttpResult Problem(Refusal refusal, Localizer texts)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = refusal.Code };
        if (refusal.Clause is not null)
        {
            extensions["clause"] = refusal.Clause;
        }

        if (refusal.Fields.Count > 0)
        {
            extensions["errors"] = refusal.Fields.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.Select(texts.Of).ToArray());
        }

        if (refusal is { Code: "Common.ChangedMeanwhile", Args: [string who, DateTime when, string what] })
        {
            (extensions["who"], extensions["when"], extensions["outcome"]) = (who, when, what);
        }

        var status = refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.NotNow or RefusalKind.ChangedMeanwhile => StatusCodes.Status409Conflict,
            RefusalKind.Storage => StatusCodes.Status503ServiceUnavailable,
        };
        return TypedResults.Problem(statusCode: status, title: texts.Of(refusal), extensions: extensions);
    }
}
