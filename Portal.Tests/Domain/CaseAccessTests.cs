using CsCheck;
using Portal.Domain.Cases;
using Portal.Domain.Reviews;
using Portal.Domain.Meetings;

namespace Portal.Tests.Domain;

/// <summary>Section 13: the rule that queries use and the rule for a case in hand are one rule.</summary>
public class CaseAccessTests
{
    private static readonly DateTime Now = new(2026, 10, 5, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Gen<string> Person = OneOf("S11", "S31", "L4", "L1");
    private static readonly Gen<string> Group = OneOf("N01", "N03");
    private static readonly Gen<string> Area = OneOf("A001", "A017");

    private static readonly Gen<AccessScope> Own = Gen.Select(
        Person, Gen.Bool, Gen.Int[0, 4], Group.List[0, 2], Area.List[0, 2], Group.List[0, 1],
        (person, head, role, groups, areas, restricted) => new AccessScope
        {
            PersonId = person,
            IsHead = head && person == "L1",
            SeesTitles = role == 1,
            IsClerk = role == 2,
            IsCoordinator = role == 3,
            IsLeader = role == 4 || (head && person == "L1"),
            GroupIds = groups,
            AreaIds = areas,
            RestrictedGroupIds = restricted,
        });

    private static readonly Gen<AccessScope> Scope = Gen.Select(
        Own, Own.List[0, 2], Gen.Bool,
        Gen.Int[0, 2].Select(i => new[] { Array.Empty<string>(), ["field-trip"], [ReviewProposal.AreaProcessKey] }[i]),
        (own, lent, restricted, processes) => own with { Lent = [.. lent.Select(l => (l, processes, restricted))] });

    private static readonly Gen<Case> Subject = Gen.Select(
        OneOf("field-trip", "leader-task", MeetingAttendance.ProcessKey, ReviewProposal.AreaProcessKey, ReviewCycle.ProcessKey),
        Group, Person, Area.List[1, 2], Gen.Int[0, 3],
        Gen.Select(Person, Gen.Enum<CasePersonKind>()).List[0, 2],
        (process, group, person, areas, flags, named) =>
        {
            var made = Case.Open(process, "CT-2026/0001", group, person, [.. areas.Distinct()], Now);
            named.ForEach(n => made.Involve(n.Item1, n.Item2));
            made.Follow(flags >= 2 ? "AwaitingCollective" : "Drafting", CaseState.Open, false, Now);
            var restricted = flags % 2 == 1;
            if (restricted)
            {
                made.Inherit(Sensitivity.Restricted);
            }

            return made;
        });

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void A_query_and_a_single_case_are_judged_alike() => Gen.Select(Scope, Subject.Array[10]).Sample((scope, subjects) =>
    {
        var (content, title) = (CaseAccess.Content(scope).Compile(), CaseAccess.Title(scope).Compile());
        return subjects.All(s => content(s) == CaseAccess.CanReadContent(scope, s) && title(s) == CaseAccess.CanReadTitle(scope, s));
    }, iter: 300);

    [Fact]
    public void Who_may_not_read_the_content_reads_no_part_of_it() => Gen.Select(Scope, Subject).Sample((scope, subject) =>
        CaseAccess.CanReadContent(scope, subject)
        || (!CaseAccess.CanReadPart(scope, subject, Sensitivity.Normal, scope.PersonId)
        && !CaseAccess.CanReadPart(scope, subject, Sensitivity.Restricted, scope.PersonId)), iter: 3000);

    [Fact]
    public void A_stranger_sees_nothing_and_the_compliance_officer_titles_only()
    {
        var subject = Case.Open("field-trip", "CT-2026/0001", "N03", "S31", ["A017"], Now);
        var stranger = new AccessScope { PersonId = "S09", GroupIds = ["N01"], AreaIds = ["A001"] };
        Assert.False(CaseAccess.CanReadTitle(stranger, subject));

        var compliance = stranger with { PersonId = "S37", SeesTitles = true };
        Assert.True(CaseAccess.CanReadTitle(compliance, subject));
        Assert.False(CaseAccess.CanReadContent(compliance, subject));
        subject.Inherit(Sensitivity.Restricted);
        Assert.False(CaseAccess.CanReadTitle(compliance, subject));
    }
}
