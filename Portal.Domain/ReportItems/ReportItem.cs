using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>
/// Nội dung theo dõi (Đ5.1): a difficulty, a proposal, a new way of an area. Entered once, in any source, and followed to its end:
/// reported, directed, released to a department, worked on, resolved, rejected or carried over. Each change stands in its history with who
/// and why.
/// </summary>
public sealed partial class ReportItem
{
    private readonly List<ReportItemEntry> _history = [];

    private ReportItem()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The case that it was reported in; null where it was entered by itself.</summary>
    public Guid? SourceCaseId { get; private init; }

    /// <summary>Position in the source's list, from 1; with the case it keeps the item from being made twice. 0 without a case.</summary>
    public int SourceIndex { get; private init; }

    public string AreaId { get; private init; } = "";

    public string GroupId { get; private init; } = "";

    public ReportItemKind Kind { get; private init; }

    public string Domain { get; private init; } = "";

    public string Content { get; private init; } = "";

    /// <summary>Where it is kept instead, when it is about a state secret; null when it stands here.</summary>
    public OffSystemStub? Stub { get; private init; }

    public ReportItemLevel Level { get; private set; }

    public string ProposedHandling { get; private init; } = "";

    public string AskedOf { get; private init; } = "";

    /// <summary>What the leader said last is to be done; empty where nothing was.</summary>
    public string Direction { get; private set; } = "";

    /// <summary>Department it was released to (Đ11), or null.</summary>
    public string? ReleasedTo { get; private set; }

    /// <summary>The department has answered since it was released to it.</summary>
    public bool IsAnswered { get; private set; }

    /// <summary>The leader task that was made of it and has not ended; null where there is none.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>The item that goes on for both; null where it goes on by itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    public ReportItemState State { get; private set; }

    public Sensitivity Sensitivity { get; private init; }

    public bool DemocraticCentralism { get; private init; }

    public bool LeadershipUnity { get; private init; }

    public bool PersonnelOfStandingCommittee { get; private init; }

    public string AuthorId { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    /// <summary>
    /// What the search finds it by, folded; empty for a Restricted item: it is found by nobody, and its words lie nowhere
    /// unsealed.
    /// </summary>
    public string SearchText { get; private init; } = "";

    public int Version { get; private set; }

    /// <summary>What was done with it since it was read, or all of it where it was read with its history; the oldest first.</summary>
    public IReadOnlyList<ReportItemEntry> History => _history;

    /// <summary>R-RPT-04 [Q] Đ7.A.4: told to the head at once, who alone directs and settles it; always Restricted.</summary>
    public bool GoesToHead => DemocraticCentralism || LeadershipUnity || PersonnelOfStandingCommittee;

    public bool IsSettled => State is ReportItemState.Resolved or ReportItemState.Rejected;

    /// <summary>What it says, on one line of so many characters at most.</summary>
    public string InShort(int most)
    {
        var words = Content.ReplaceLineEndings(" ");
        return words.Length <= most ? words : words[..(most - 1)] + "…";
    }

    /// <param name="index">Position in the source's list, from 1.</param>
    /// <param name="restricted">The whole source concerns personnel.</param>
    /// <param name="direction">What the leader said of it, or null.</param>
    internal static ReportItem From(
        ReportItemInput item, Guid caseId, int index, string groupId, string authorId, bool restricted, ItemDirection? direction,
        CaseContext context)
    {
        var made = Made(item, groupId, authorId, restricted, context, caseId, index);
        if (direction is not null)
        {
            made.Direction = direction.Direction ?? "";
            made.Keep(made.Entry(
                ReportItemAct.Direct, ReportItemState.Directed, new ItemWordsInput { Words = made.Direction }, context));
            made.ReleaseTo(direction.DepartmentId, context);
        }

        return made;
    }

    /// <summary>Entered in a report that the leader in charge has taken note of: told already (S-01).</summary>
    internal static ReportItem Reported(
        ReportItemInput item, Guid caseId, int index, string groupId, string authorId, bool restricted, ItemDirection? direction,
        CaseContext context)
    {
        var made = From(item, caseId, index, groupId, authorId, restricted, direction, context);
        if (direction is null)
        {
            made.Keep(made.Entry(ReportItemAct.Report, ReportItemState.Reported, null, context, by: authorId));
        }

        return made;
    }

    /// <summary>By a member of the group that watches the area today.</summary>
    public static Result<ReportItem> Enter(NewItemInput input, CaseContext context)
    {
        if (context.WhyNotSomebody() is { } nobody)
        {
            return nobody;
        }

        var (directory, today, area) = (context.Directory, context.Today, input.AreaId!);
        var group = directory.GroupOfArea(area, today);
        return group is not null && directory.IsMember(group, context.PrincipalId, today)
            ? Made(input.ToItem(), group, context.PrincipalId, false, context, stub: input.IsStub() ? input.Secrecy?.Stub : null)
            : ReportItemRefusals.NotOwnArea(directory.AreaName(area));
    }

    private static ReportItem Made(
        ReportItemInput item, string groupId, string authorId, bool restricted, CaseContext context, Guid? caseId = null, int index = 0,
        OffSystemStub? stub = null)
    {
        var sensitivity = item.IsRestricted() || restricted ? Sensitivity.Restricted : Sensitivity.Normal;
        return new ReportItem
        {
            SourceCaseId = caseId,
            SourceIndex = index,
            AreaId = item.AreaId!,
            GroupId = groupId,
            Kind = item.Kind!.Value,
            Domain = item.Domain!,
            Content = item.Content ?? "",
            Stub = stub,
            Level = item.Level!.Value,
            ProposedHandling = item.ProposedHandling ?? "",
            AskedOf = item.AskedOf ?? "",
            Sensitivity = sensitivity,
            DemocraticCentralism = item.DemocraticCentralism == true,
            LeadershipUnity = item.LeadershipUnity == true,
            PersonnelOfStandingCommittee = item.PersonnelOfStandingCommittee == true,
            AuthorId = authorId,
            CreatedAt = context.Now,
            SearchText = sensitivity == Sensitivity.Normal ? Fold(item.Content ?? "") : "",
            Version = 1,
        };
    }

    private static string Fold(string content) => VietnameseText.Fold(content.Length > 1000 ? content[..1000] : content);

    // What judges a person is for no department, whatever a form says of it.
    private void ReleaseTo(string? departmentId, CaseContext context)
    {
        if (!string.IsNullOrEmpty(departmentId) && Sensitivity == Sensitivity.Normal)
        {
            (ReleasedTo, IsAnswered) = (departmentId, false);
            Keep(Entry(ReportItemAct.Release, State, null, context, departmentId));
        }
    }

    private ReportItemEntry Entry(
        ReportItemAct act, ReportItemState to, IItemWords? input, CaseContext context, string? departmentId = null, Guid? otherId = null,
        ReportItemLevel? level = null, string? by = null) => new()
        {
            ItemId = Id,
            Act = act,
            At = context.Now,
            PersonId = by ?? context.Actor.PersonId,
            ActingForId = by is null ? context.ActingForId : null,
            From = State,
            To = to,
            Words = input?.Words ?? "",
            Stub = input?.IsStub() == true ? input.Secrecy?.Stub : null,
            DepartmentId = departmentId,
            OtherId = otherId,
            Level = level,
        };

    private Result Keep(ReportItemEntry entry)
    {
        _history.Add(entry);
        (State, Version) = (entry.To, Version + 1);
        return Result.Ok;
    }
}
