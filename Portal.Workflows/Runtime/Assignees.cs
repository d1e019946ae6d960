using System.Text.Json.Nodes;
using Portal.Domain.Organisation;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Runtime;

/// <summary>Who acts at a step, as the organisation stands today. The one answer to "who" for opening, following, deciding and
/// telling.</summary>
/// <param name="People">Those whose step it is; empty when nobody is found.</param>
/// <param name="Optional">Those who may do something here, but for whom the step does not wait.</param>
public sealed record Assignees(IReadOnlyList<string> People, IReadOnlyList<string> Optional)
{
    public static Assignees Of(UserTaskSpec spec, Turn turn) => new(
        Of(spec.Who, turn, spec.Excluded),
        [.. spec.Actions.Where(a => a.IsOptional).SelectMany(a => Of(a.Who, turn)).Distinct()]);

    /// <summary>The people behind names, without those who may not decide in their own matter; empty when nobody is found.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> who, Turn turn, IReadOnlyList<string>? excluded = null)
    {
        var context = turn.Context;
        var barred = Barred(excluded ?? [], turn);
        var found = who.SelectMany(w => Find(w, turn))
            .Where(p => !barred.Contains(p) && context.Directory.Person(p) is { } person && person.IsValidOn(context.Today))
            .Distinct()
            .ToList();
        return found.Count > 0 ? found : Fallback(who, barred, turn);
    }

    /// <summary>Who may take an action of a step that is open already.</summary>
    public static IReadOnlyList<string> Entitled(UserTask task, UserTaskSpec spec, TaskAction action, Turn turn)
    {
        if (action.IsOptional)
        {
            return Of(action.Who, turn);
        }

        return
        [
            .. task.Assignees.Where(a => a.IsOpen && (!a.IsOptional || task.IsOptional)).Select(a => a.PersonId)
                .Except(Barred(spec.Excluded, turn)),
        ];
    }

    /// <summary>
    /// who may not decide at a step that excludes anybody, neither in their own right nor in somebody's place: those it names, and
    /// whoever asked for what is decided, or had it asked for.
    /// </summary>
    public static HashSet<string> Barred(IReadOnlyList<string> excluded, Turn turn) =>
    [
        .. excluded.SelectMany(e => e == UserTaskSpec.Interested ? turn.Process.Interested(turn) : Find(e, turn)),
        .. excluded.Count > 0 ? turn.Case.RequestersOf(turn.Item) : [],
    ];

    private static IEnumerable<string> Find(string who, Turn turn)
    {
        var (group, day, directory) = (turn.Case.GroupId, turn.Context.Today, turn.Context.Directory);
        var area = turn.Case.Areas.Count == 1 ? turn.Case.Areas[0].AreaId : null;
        return turn.Process.Resolve(who, turn) ?? who switch
        {
            "initiator" => [turn.Case.InitiatorId],
            "groupLead" => One(directory.LeadOf(group, day)),
            "groupMembers" => directory.MembersOf(group, day),
            "leaderInCharge" => One(directory.LeaderInCharge(area, group, day)),
            "head" => One(directory.Head(day)),
            "standingDeputy" => One(directory.StandingDeputy(day)),
            _ when who.StartsWith("role:", StringComparison.Ordinal) =>
                Enum.TryParse<Role>(who[5..], out var role) ? directory.PeopleWith(role, day) : [],
            _ when who.StartsWith("person:", StringComparison.Ordinal) =>
                directory.Person(who[7..]) is { } p && p.IsValidOn(day) ? [p.Id] : [],
            _ when who.StartsWith("input:", StringComparison.Ordinal) => turn.Facts.GetValueOrDefault(who[6..]) switch
            {
                JsonArray array => array.Select(i => i?.ToString() ?? ""),
                JsonValue v when v.TryGetValue<string>(out var id) => [id],
                _ => [],
            },
            _ => [],
        };
    }

    // A decision never falls to nobody (R-ORG-08): the chain is a parameter, the other leaders stand behind it.
    private static List<string> Fallback(IReadOnlyList<string> who, HashSet<string> barred, Turn turn)
    {
        if (who.Count == 0)
        {
            return [];
        }

        var (directory, day, group) = (turn.Context.Directory, turn.Context.Today, turn.Case.GroupId);
        var chain = (who.Contains("groupLead") || who.Contains("initiator") ? Find("groupLead", turn) : [])
            .Concat(turn.Context.Settings.Words("Escalation.Chain").SelectMany(link => Find(link, turn)))
            .Concat(One(directory.LeaderInCharge(null, group, day)))
            .Concat(directory.LeadersOn(day));
        return chain.FirstOrDefault(p => !barred.Contains(p)) is { } found ? [found] : [];
    }

    private static IEnumerable<string> One(string? id) => id is null ? [] : [id];
}
