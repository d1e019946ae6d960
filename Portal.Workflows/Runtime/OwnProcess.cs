using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>
/// A process that administrators made: forms of extra fields, no aggregate, no rules but those of its definition. Who may start
/// it is whom its first step is for.
/// </summary>
public sealed class OwnProcess(string key) : IProcess
{
    /// <summary>How the keys of these processes begin.</summary>
    public const string Prefix = "own-";

    private const int MaxTitle = 300;

    public string Key => key;

    /// <summary>Unless its definition names another.</summary>
    public string NumberPrefix => OwnNumbers.Usual;

    public IReadOnlyList<FormSchema> Forms => CaseForms.General;

    public Sensitivity Sensitivity => Sensitivity.Normal;

    public IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public static bool IsOwn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A key from a name: <c>own-xin-xe-di-dia-ban</c>.</summary>
    public static string KeyOf(string name)
    {
        var words = string.Join('-',
            VietnameseText.Fold(name)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit)))
                .Where(w => w.Length > 0));
        return Prefix + (words.Length <= 60 ? words : words[..60].TrimEnd('-'));
    }

    /// <summary>Whether the person is one of those the first step is for.</summary>
    public static bool MayStart(UserTaskSpec first, CaseContext context)
    {
        var (me, directory, today) = (context.Actor.PersonId, context.Directory, context.Today);
        return directory.Person(me) is { } person && person.IsValidOn(today) && first.Who.Any(who => who switch
        {
            "initiator" => true,
            "groupLead" => directory.GroupsOf(me, today).Any(g => directory.LeadOf(g, today) == me),
            "groupMembers" => directory.GroupsOf(me, today).Any(),
            "leaderInCharge" => directory.IsLeader(me, today),
            "head" => directory.Head(today) == me,
            "standingDeputy" => directory.StandingDeputy(today) == me,
            _ when who.StartsWith("role:", StringComparison.Ordinal) =>
                Enum.TryParse<Role>(who[5..], out var role) && directory.HasRole(me, role, today),
            _ => who == $"person:{me}",
        });
    }

    /// <summary>By whoever its first step is for, or by the definition of another process.</summary>
    public IReadOnlyList<Opening> Openings { get; } =
        [new OpenedByHand(WhyNot, Place) { MayBegin = MayStart }, new OpenedByDispatch(ForItem)];

    private static Refusal? WhyNot(CaseContext context) =>
        context.Directory.Person(context.Actor.PersonId) is { } person && person.IsValidOn(context.Today) ? null : Refusal.Forbidden;

    private static Result<CasePlace> Place(JsonObject form, CaseContext context)
    {
        string[] areas = [.. (form["areaIds"] as JsonArray ?? []).Select(a => a?.ToString() ?? "").Where(a => a.Length > 0)];
        if (areas.FirstOrDefault(a => context.Directory.Area(a) is null) is not null)
        {
            return Refusal.Invalid([new FieldError("areaIds", "Common.NotFound")]);
        }

        var own = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToList();
        var group = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).FirstOrDefault(g => g is not null)
            ?? own.FirstOrDefault() ?? "";
        return new CasePlace(group, areas);
    }

    /// <summary>
    /// In the areas that the item names (<c>areaIds</c>, or an area's id alone), else in those of the case that dispatches it. Called
    /// by the item's <c>title</c>, else by that of the other case.
    /// </summary>
    private static NewCase? ForItem(JsonNode? item, CaseFile parent, CaseContext context)
    {
        var (given, text) = (item as JsonObject, item is JsonValue v && v.TryGetValue<string>(out var s) ? s : null);
        var areas = AreasFor(given, text, parent, context);
        if (areas.Any(a => context.Directory.Area(a) is null))
        {
            return null;
        }

        var ownTitle = areas is [var only] && only == text ? context.Directory.AreaName(only) : text;
        var title = given?["title"]?.ToString() ?? ownTitle;
        var group = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).FirstOrDefault(g => g is not null)
            ?? parent.Case.GroupId;
        return new NewCase(new CasePlace(group, areas))
        {
            Title = title is null ? parent.Case.Title : LocalText.Typed(title[..Math.Min(title.Length, MaxTitle)]),
        };
    }

    private static string[] AreasFor(JsonObject? given, string? text, CaseFile parent, CaseContext context)
    {
        if (text is not null && context.Directory.Area(text) is not null)
        {
            return [text];
        }

        return given?["areaIds"] is JsonArray named
            ? [.. named.Select(a => a?.ToString() ?? "")]
            : [.. parent.Case.Areas.Select(a => a.AreaId)];
    }

    public Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation) =>
        Task.FromResult<Result<IReadOnlyList<object>>>(Array.Empty<object>());

    public Result<StepEffect> Apply(StepAnswer answer, Turn turn)
    {
        if (answer.FormKey is null)
        {
            return new StepEffect();
        }

        if (answer.FormKey != CaseForms.OwnStart.Key)
        {
            return RuntimeRefusals.UnknownAction(answer.Action);
        }

        var input = FormInput.Read(answer.Form, CaseForms.OwnStartRules);
        if (!input.IsSuccess)
        {
            return input.Refusal;
        }

        // A case that another opened gets its areas here, where the form names some.
        if (input.Value.AreaIds is { Length: > 0 } areas)
        {
            if (areas.Any(a => turn.Context.Directory.Area(a) is null))
            {
                return Refusal.Invalid([new FieldError("areaIds", "Common.NotFound")]);
            }

            turn.Case.SetAreas(areas);
        }

        var title = input.Value.IsStub() ? LocalText.Of("title.off-system") : LocalText.Typed(input.Value.Title!.Trim());
        turn.Case.Describe(title, title.Words, []);
        return new StepEffect { IsStub = input.Value.IsStub() };
    }

    public Result TimeOut(string stepId, Turn turn) => Result.Ok;

    public IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn) =>
        new Dictionary<string, JsonNode?> { ["AreaCount"] = turn.Case.Areas.Count };

    public Refusal? Check(string rule, Turn turn) => CommonRefusals.UnknownGuard(rule);

    public Result Act(string act, Turn turn, IWorkStore store) => CommonRefusals.UnknownAct(act);

    public IEnumerable<string>? Resolve(string who, Turn turn) => null;

    public IEnumerable<string> Interested(Turn turn) => [];

    public CaseDescription Describe(Turn turn) => turn.File.Instance.Status switch
    {
        InstanceStatus.Running => new CaseDescription(turn.Case.Title, "Open", CaseState.Open),
        InstanceStatus.Finished => new CaseDescription(turn.Case.Title, "Closed", CaseState.Closed),
        _ => new CaseDescription(turn.Case.Title, "Cancelled", CaseState.Cancelled),
    };
}
