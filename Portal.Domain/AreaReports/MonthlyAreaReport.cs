using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.ReportItems;

namespace Portal.Domain.AreaReports;

/// <summary>
/// Báo cáo tháng của địa bàn (S-01, Đ8.2): one for each area and month (R-RPT-01), opened by the calendar, written by the group that
/// watches the area, sent on by its lead, noted by the leader in charge.
/// </summary>
public sealed class MonthlyAreaReport : ICaseSubject
{
    private static readonly AreaReportStatus[] Open = [AreaReportStatus.NotStarted, AreaReportStatus.Draft, AreaReportStatus.Returned];

    private MonthlyAreaReport()
    {
    }

    public Guid CaseId { get; private init; }

    public string AreaId { get; private init; } = "";

    /// <summary>First day of the month that it is about.</summary>
    public DateOnly Month { get; private init; }

    public AreaReportStatus Status { get; private set; }

    /// <summary>Who wrote it; empty before anybody has.</summary>
    public string AuthorId { get; private set; } = "";

    /// <summary>The lead who sent it on, or whoever did so in the lead's place; empty before.</summary>
    public string SentById { get; private set; } = "";

    /// <summary>Không phát sinh.</summary>
    public bool IsNothing { get; private set; }

    /// <summary>When the leader got it first; null before. UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>The leader got it after its day; it stays so.</summary>
    public bool IsLate { get; private set; }

    public AreaReportInput Content { get; private set; } = new();

    public int Version { get; private set; }

    public CaseState CaseState => Status == AreaReportStatus.Closed ? CaseState.Closed : CaseState.Open;

    /// <summary>Items of the area that the report takes along, by their number in it.</summary>
    public IReadOnlyDictionary<int, Guid> Carried => (Content.Items ?? [])
        .Where(i => i is { Include: true, Item: not null, ItemId: not null })
        .DistinctBy(i => i.Item)
        .ToDictionary(i => i.Item!.Value, i => i.ItemId!.Value);

    public static MonthlyAreaReport OpenFor(Guid caseId, string areaId, DateOnly month) =>
        new() { CaseId = caseId, AreaId = areaId, Month = new DateOnly(month.Year, month.Month, 1), Version = 1 };

    /// <summary>End of work of the <c>Rpt.DueDay</c>-th working day of the month after; UTC.</summary>
    public DateTime DueAt(CaseContext context) => DueFor(Month, context);

    /// <summary><see cref="DueAt"/> of every report on this month.</summary>
    public static DateTime DueFor(DateOnly month, CaseContext context) => context.Calendar.EndOfWork(
        context.Calendar.AddWorkingDays(month.AddMonths(1).AddDays(-1), context.Settings.Int("Rpt.DueDay")));

    /// <summary>
    /// The report as a member wrote it goes to the lead, the lead's own straight to the leader; the lead may correct what waits for them.
    /// </summary>
    /// <param name="known">The items that it names, as they stand.</param>
    public Result Submit(AreaReportInput input, IReadOnlyCollection<ReportItem> known, CaseContext context)
    {
        if ((WhyNotWritable(context) ?? WhyNotAsItIs(input, known, context)) is { } refusal)
        {
            return refusal;
        }

        var kept = WithTheirWords(input, known) with { NewItems = ReportItemInput.OpenFirst(input.NewItems) };
        (Content, IsNothing, AuthorId) = (kept, false, context.Actor.PersonId);
        return GoOn(context);
    }

    /// <summary>R-RPT-01: nothing happened that is to be reported.</summary>
    public Result ReportNothing(AreaReportNoteInput input, CaseContext context)
    {
        var late = AskedOf(input.IsStub() ? "-" : input.Opinion, "opinion", context).ToList();
        var refusal = WhyNotWritable(context) ?? (late.Count > 0 ? Refusal.Invalid(late) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        Content = new AreaReportInput
        {
            Secrecy = input.Secrecy,
            Form = ReportingForm.InSystem,
            LateReason = input.Opinion,
            ConcernsPersonnel = false,
        };
        (IsNothing, AuthorId) = (true, context.Actor.PersonId);
        return GoOn(context);
    }

    /// <summary>The lead sends on what a member wrote.</summary>
    public Result Forward(AreaReportNoteInput input, CaseContext context)
    {
        if (WhyNotCheckable(context) is { } refusal)
        {
            return refusal;
        }

        var given = input.IsStub() || !string.IsNullOrWhiteSpace(Content.LateReason) ? "-" : input.Opinion;
        var late = AskedOf(given, "opinion", context).ToList();
        if (late.Count > 0)
        {
            return Refusal.Invalid(late);
        }

        Send(context);
        return Done();
    }

    /// <summary>The lead gives it back to the members.</summary>
    public Result GiveBack(CaseContext context)
    {
        if (WhyNotCheckable(context) is { } refusal)
        {
            return refusal;
        }

        Status = AreaReportStatus.Draft;
        return Done();
    }

    /// <summary>The leader takes note of it.</summary>
    public Result Note(CaseContext context) => Decide(AreaReportStatus.Noted, context);

    public Result Return(CaseContext context) => Decide(AreaReportStatus.Returned, context);

    /// <summary>What stood in no record becomes an item of the area, exactly once.</summary>
    /// <param name="review">What the leader said of the items, or null.</param>
    public Result<IReadOnlyList<ReportItem>> Close(ResultReviewInput? review, CaseContext context)
    {
        if (Status != AreaReportStatus.Noted)
        {
            return NotNow();
        }

        var directions = (review?.ItemDirections ?? []).Where(d => d.Item is not null).ToLookup(d => d.Item!.Value);
        var (before, group) = (Content.Items?.Length ?? 0, WatchingGroup(context));
        Status = AreaReportStatus.Closed;
        Done();
        return (ReportItem[])
        [
            .. (Content.NewItems ?? []).Select((item, i) => ReportItem.Reported(
                item, CaseId, i + 1, group, AuthorId, Content.ConcernsPersonnel == true, directions[before + i + 1].FirstOrDefault(),
                context)),
        ];
    }

    public Refusal? Check(string rule) => rule switch
    {
        "R-RPT-01" => AuthorId.Length > 0 ? null : AreaReportRefusals.NotWritten,
        "R-RPT-02" => WhyNotFormed(),
        _ => CommonRefusals.UnknownGuard(rule),
    };

    /// <summary>A report that comes after its day says why, as it is refused where it does not.</summary>
    /// <param name="reason">What it says.</param>
    /// <param name="path">The field in which it says it.</param>
    public IEnumerable<FieldError> AskedOf(string? reason, string path, CaseContext context) =>
        SubmittedAt is null && context.Now > DueAt(context) && string.IsNullOrWhiteSpace(reason)
            ? [AreaReportRefusals.Late(path, DueAt(context))]
            : [];

    /// <summary>X-08: nobody takes note of a report of one's own.</summary>
    public Refusal? WhyNotDecidable(CaseContext context)
    {
        if (Status != AreaReportStatus.Submitted)
        {
            return NotNow();
        }

        if (context.IsFor(AuthorId) || context.IsFor(SentById))
        {
            return AreaReportRefusals.OwnReport;
        }

        var (directory, today) = (context.Directory, context.Today);
        string?[] leaders =
        [
            directory.LeaderInCharge(TodaysArea(context), WatchingGroup(context), today), directory.Head(today),
            directory.StandingDeputy(today),
        ];
        return leaders.Contains(context.PrincipalId) ? null : Refusal.Forbidden;
    }

    /// <summary>
    /// Each direction is of an item that the report has. What judges a person is released to no department, and of a report that does
    /// so as a whole nothing is said on the records of others.
    /// </summary>
    /// <returns>Null where nothing is wrong; else the first fault, at its field.</returns>
    public Refusal? WhyNotDirected(ItemDirection[]? directions)
    {
        var (before, isRestricted) = (Content.Items?.Length ?? 0, Content.ConcernsPersonnel == true);
        foreach (var (direction, row) in (directions ?? []).Select((d, i) => (d, i)).Where(x => x.d.Item is not null))
        {
            var number = direction.Item!.Value;
            var isCarried = Carried.ContainsKey(number);
            var added = (Content.NewItems ?? []).ElementAtOrDefault(number - before - 1);
            if (!isCarried && (number <= before || added is null))
            {
                return Refusal.Invalid([new FieldError($"itemDirections[{row}].item", "Trip.NoSuchItem")]);
            }

            if (isCarried && isRestricted)
            {
                return Refusal.Invalid([new FieldError($"itemDirections[{row}].item", "AreaReport.DirectOnItem", "Đ7.A.6")]);
            }

            if (ItemDirection.WhyNotOf(added, direction, row, isRestricted) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The group that watches the area today; empty where none does.</summary>
    public string WatchingGroup(CaseContext context) => context.Directory.GroupOfArea(TodaysArea(context), context.Today) ?? "";

    private string TodaysArea(CaseContext context) => context.Directory.TodaysArea(AreaId, context.Today) ?? AreaId;

    private Refusal? WhyNotWritable(CaseContext context)
    {
        var isLeads = Status == AreaReportStatus.LeadReview;
        if (!isLeads && !Open.Contains(Status))
        {
            return NotNow();
        }

        return WhyNotOfGroup(context) ?? (isLeads && !IsLead(context) ? AreaReportRefusals.OnlyLead : null);
    }

    private Refusal? WhyNotCheckable(CaseContext context)
    {
        if (Status != AreaReportStatus.LeadReview)
        {
            return NotNow();
        }

        return WhyNotOfGroup(context) ?? (IsLead(context) ? null : AreaReportRefusals.OnlyLead);
    }

    private Refusal? WhyNotOfGroup(CaseContext context) =>
        context.WhyNotSomebody() ?? (context.IsForMemberOf(WatchingGroup(context)) ? null : Refusal.Forbidden);

    private bool IsLead(CaseContext context) => context.Directory.LeadOf(WatchingGroup(context), context.Today) == context.PrincipalId;

    // What is written down here has to be about this area, and items have to be its own and for everybody who reads the report.
    private Refusal? WhyNotAsItIs(AreaReportInput input, IReadOnlyCollection<ReportItem> known, CaseContext context)
    {
        var areas = context.Directory.WithPredecessors([AreaId, TodaysArea(context)]);
        var errors = AskedOf(input.IsStub() ? "-" : input.LateReason, "lateReason", context).ToList();
        if (input.ReportedOn > context.Today)
        {
            errors.Add(new FieldError("reportedOn", "Common.InFuture"));
        }

        errors.AddRange((input.Items ?? []).Select((row, i) => (row, i))
            .Where(x => !known.Any(k => k.Id == x.row.ItemId && areas.Contains(k.AreaId) && k.Sensitivity == Sensitivity.Normal))
            .Select(x => new FieldError($"items[{x.i}].item", "AreaReport.NoSuchItem", "Đ5.1")));
        errors.AddRange((input.NewItems ?? []).Select((row, i) => (row, i))
            .Where(x => x.row.AreaId != AreaId)
            .Select(x => new FieldError($"newItems[{x.i}].areaId", "AreaReport.OtherArea", "Đ8.2", context.Directory.AreaName(AreaId))));
        return errors.Count > 0 ? Refusal.Invalid(errors) : null;
    }

    private static AreaReportInput WithTheirWords(AreaReportInput input, IReadOnlyCollection<ReportItem> known) => input with
    {
        Items = input.Items is null ? null :
        [
            .. input.Items.Select((row, i) => row with
            {
                Item = i + 1, What = known.First(k => k.Id == row.ItemId).InShort(AreaReportForms.MaxWhat), Include = row.Include == true,
            }),
        ],
    };

    private Refusal? WhyNotFormed()
    {
        if (Content.Form is null)
        {
            return AreaReportRefusals.FormMissing;
        }

        var isByWord = Content.Form is ReportingForm.InPerson or ReportingForm.Phone or ReportingForm.Meeting;
        return isByWord && !Content.IsStub()
            && (Content.ReportedOn is null || string.IsNullOrEmpty(Content.ReceiverId) || string.IsNullOrWhiteSpace(Content.Summary))
                ? AreaReportRefusals.FormMissing
                : null;
    }

    private Result GoOn(CaseContext context)
    {
        if (IsLead(context))
        {
            Send(context);
        }
        else
        {
            Status = AreaReportStatus.LeadReview;
        }

        return Done();
    }

    private void Send(CaseContext context)
    {
        IsLate |= SubmittedAt is null && context.Now > DueAt(context);
        (Status, SentById, SubmittedAt) = (AreaReportStatus.Submitted, context.Actor.PersonId, SubmittedAt ?? context.Now);
    }

    private Result Decide(AreaReportStatus status, CaseContext context)
    {
        if (WhyNotDecidable(context) is { } refusal)
        {
            return refusal;
        }

        Status = status;
        return Done();
    }

    private Refusal NotNow() => CommonRefusals.NotInThisState(Status);

    private Result Done()
    {
        Version++;
        return Result.Ok;
    }
}
