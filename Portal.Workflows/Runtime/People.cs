using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;

namespace Portal.Workflows.Runtime;

/// <summary>Who acts at a step, as the organisation stands today.</summary>
public static class People
{
    /// <summary>The people a step is for, without those who may not decide in their own matter; empty when nobody is found.</summary>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<string> who, IReadOnlyList<string> excluded, IProcess process, CaseFile file,
        IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        var barred = excluded.SelectMany(e => e == "interested" ? process.Interested(file) : Find(e, process, file, facts, context)).ToHashSet();
        var found = who.SelectMany(w => Find(w, process, file, facts, context)).Where(p => !barred.Contains(p) && context.Directory.Person(p) is { } person && person.IsValidOn(context.Today)).Distinct().ToList();
        return found.Count > 0 ? found : Fallback(who, barred, file, context);
    }

    private static IEnumerable<string> Find(
        string who, IProcess process, CaseFile file, IReadOnlyDictionary<string, JsonNode?> facts, CaseContext context)
    {
        var (group, day, directory) = (file.Case.GroupId, context.Today, context.Directory);
        var area = file.Case.Areas.Count == 1 ? file.Case.Areas[0].AreaId : null;
        return process.Resolve(who, file, context) ?? who switch
        {
            "initiator" => [file.Case.InitiatorId],
            "groupLead" => One(directory.LeadOf(group, day)),
            "groupMembers" => directory.MembersOf(group, day),
            "leaderInCharge" => One(directory.LeaderInCharge(area, group, day)),
            "head" => One(directory.Head(day)),
            "standingDeputy" => One(directory.StandingDeputy(day)),
            _ when who.StartsWith("role:", StringComparison.Ordinal) => Enum.TryParse<Role>(who[5..], out var role) ? directory.PeopleWith(role, day) : [],
            _ when who.StartsWith("person:", StringComparison.Ordinal) => directory.Person(who[7..]) is { } p && p.IsValidOn(day) ? [p.Id] : [],
            _ when who.StartsWith("input:", StringComparison.Ordinal) => facts.GetValueOrDefault(who[6..]) switch
            {
                JsonArray array => array.Select(i => i?.ToString() ?? ""),
                JsonValue v when v.TryGetValue<string>(out var id) => [id],
                _ => [],
            },
            _ => [],
        };
    }

    // A decision never falls to nobody: the chain is leader in charge, head, standing deputy, the other leaders (R-ORG-08).
    private static List<string> Fallback(IReadOnlyList<string> who, HashSet<string> barred, CaseFile file, CaseContext context)
    {
        if (who.Count == 0)
        {
            return [];
        }

        var (directory, day) = (context.Directory, context.Today);
        string?[] chain =
        [
            who.Contains("groupLead") || who.Contains("initiator") ? directory.LeadOf(file.Case.GroupId, day) : null,
            directory.LeaderInCharge(null, file.Case.GroupId, day),
            directory.Head(day),
            directory.StandingDeputy(day),
            .. directory.LeadersOn(day),
        ];
        return chain.FirstOrDefault(p => p is not null && !barred.Contains(p)) is { } found ? [found] : [];
    }

    private static IEnumerable<string> One(string? id) => id is null ? [] : [id];
}
