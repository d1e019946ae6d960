using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Workflows.Engine;
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

    public string NumberPrefix => "QT";

    public IReadOnlyList<FormSchema> Forms => CaseForms.General;

    public IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public static bool IsOwn(string key) => key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A key from a name: <c>own-xin-xe-di-dia-ban</c>.</summary>
    public static string KeyOf(string name)
    {
        var words = string.Join('-', VietnameseText.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => string.Concat(w.Where(char.IsAsciiLetterOrDigit))).Where(w => w.Length > 0));
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
            _ when who.StartsWith("role:", StringComparison.Ordinal) => Enum.TryParse<Role>(who[5..], out var role) && directory.HasRole(me, role, today),
            _ => who == $"person:{me}",
        });
    }

    public Refusal? WhyNotStartable(CaseContext context) =>
        context.Directory.Person(context.Actor.PersonId) is { } person && person.IsValidOn(context.Today) ? null : Refusal.Forbidden;

    public Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context)
    {
        string[] areas = [.. (form["areaIds"] as JsonArray ?? []).Select(a => a?.ToString() ?? "").Where(a => a.Length > 0)];
        if (areas.FirstOrDefault(a => context.Directory.Area(a) is null) is not null)
        {
            return Refusal.Invalid([new FieldError("areaIds", "Common.NotFound")]);
        }

        var own = context.Directory.GroupsOf(context.Actor.PersonId, context.Today).ToList();
        var group = areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).FirstOrDefault(g => g is not null) ?? own.FirstOrDefault() ?? "";
        return (group, areas);
    }

    public bool IsDispatchable => true;

    /// <summary>
    /// In the areas that the item names (<c>areaIds</c>, or an area's id alone), else in those of the case that dispatches it. Called
    /// by the item's <c>title</c>, else by that of the other case.
    /// </summary>
    public Dispatched? ForItem(JsonNode? item, CaseFile parent, CaseContext context)
    {
        var (given, text) = (item as JsonObject, item is JsonValue v && v.TryGetValue<string>(out var s) ? s : null);
        string[] areas = text is not null && context.Directory.Area(text) is not null ? [text]
            : given?["areaIds"] is JsonArray named ? [.. named.Select(a => a?.ToString() ?? "")] : [.. parent.Case.Areas.Select(a => a.AreaId)];
        if (areas.Any(a => context.Directory.Area(a) is null))
        {
            return null;
        }

        var title = given?["title"]?.ToString() ?? (areas is [var only] && only == text ? context.Directory.AreaName(only) : text) ?? parent.Case.Title;
        return new Dispatched(
            areas.Select(a => context.Directory.GroupOfArea(a, context.Today)).FirstOrDefault(g => g is not null) ?? parent.Case.GroupId, areas, _ => null,
            title.Length > MaxTitle ? title[..MaxTitle] : title);
    }

    public Dispatched? ByCalendar(string groupId, DateOnly day) => null;

    public Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation) => Task.FromResult<Refusal?>(null);

    public Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context)
    {
        if (answer.FormKey is null)
        {
            return new StepEffect();
        }

        if (answer.FormKey != CaseForms.OwnStart.Key)
        {
            return new Refusal("Task.UnknownAction", null, answer.Action);
        }

        var input = FormInput.Read(answer.Form, CaseForms.OwnStartRules);
        if (!input.IsSuccess)
        {
            return input.Refusal;
        }

        // A case that another opened gets its areas here, where the form names some.
        if (input.Value.AreaIds is { Length: > 0 } areas)
        {
            if (areas.Any(a => context.Directory.Area(a) is null))
            {
                return Refusal.Invalid([new FieldError("areaIds", "Common.NotFound")]);
            }

            file.Case.SetAreas(areas);
        }

        file.Case.Describe(input.Value.IsStub() ? "(nội dung ngoài hệ thống)" : input.Value.Title!.Trim(), []);
        return new StepEffect { IsStub = input.Value.IsStub() };
    }

    public Result TimeOut(string stepId, CaseFile file, CaseContext context) => Result.Ok;

    public IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context) => new Dictionary<string, JsonNode?> { ["AreaCount"] = file.Case.Areas.Count };

    public Refusal? Check(string rule, CaseFile file, CaseContext context) => new Refusal("Common.UnknownGuard", null, rule);

    public Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) => new Refusal("Common.UnknownAct", null, act);

    public IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => null;

    public IEnumerable<string> Interested(CaseFile file) => [];

    public (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context) => (file.Case.Title, file.Instance.Status switch
    {
        InstanceStatus.Running => "Open",
        InstanceStatus.Finished => "Closed",
        _ => "Cancelled",
    }, file.Instance.Status switch
    {
        InstanceStatus.Running => CaseState.Open,
        InstanceStatus.Finished => CaseState.Closed,
        _ => CaseState.Cancelled,
    });
}
