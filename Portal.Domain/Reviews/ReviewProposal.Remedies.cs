using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Reviews;

/// <summary>Step 17: each remedy is followed until it is done, here or in the next cycle.</summary>
public sealed partial class ReviewProposal
{
    private List<ReviewRemedy> _carried = [];

    /// <summary>Remedies that an earlier cycle has left to this one.</summary>
    public IReadOnlyList<ReviewRemedy> Carried => _carried;

    public bool HasRemedies => _carried.Count > 0 || _suggestions.Exists(s => s.Remedies.Count > 0);

    /// <summary>The day by which the next remedy is to be done; null where none is open.</summary>
    public DateOnly? NextRemedyBy => RemediesOf(ReviewSubjectType.Collective).Concat(RemediesOf(ReviewSubjectType.Individual))
        .Where(r => !r.IsDone()).Min(r => r.By);

    /// <summary>Those of the suggestions in their order, then those carried over; the first has the number 1.</summary>
    public IReadOnlyList<ReviewRemedy> RemediesOf(ReviewSubjectType type) =>
    [
        .. Suggestions.Where(s => s.SubjectType == type).SelectMany(s => s.Remedies),
        .. _carried.Where(r => IsOf(r, type)),
    ];

    /// <summary>What is left open at the end, for the next cycle.</summary>
    public IReadOnlyList<ReviewRemedy> LeftOver =>
    [
        .. Suggestions.SelectMany(s => s.Remedies.Select(r => r with { OfIndividual = s.SubjectType == ReviewSubjectType.Individual }))
            .Concat(_carried).Where(r => r.State == RemedyState.CarriedOver).Select(r => r with { FromYear = r.FromYear ?? Year }),
    ];

    /// <summary>The remedies that the cycle before left over are followed from now on here.</summary>
    public Result CarryIn(IReadOnlyList<ReviewProposal> earlier)
    {
        if (Status is not (ReviewProposalStatus.InConsultation or ReviewProposalStatus.Finalizing) || IsAdHoc)
        {
            return NotNow();
        }

        var last = earlier.Where(p => !p.IsAdHoc).Select(p => p.Year).DefaultIfEmpty(0).Max();
        _carried =
        [
            .. earlier.Where(p => p.Year >= last).OrderBy(p => p.Year).SelectMany(p => p.LeftOver)
                .Select(r => r with { Item = null, State = null, DoneOn = null }),
        ];
        return Done();
    }

    /// <summary>How far each has come; the step stays open.</summary>
    public Result FollowRemedies(RemediesInput input, CaseContext context)
    {
        if ((WhyNotFollowing(context) ?? WhyNotProgress(input)) is { } refusal)
        {
            return refusal;
        }

        Note(input);
        return Done();
    }

    /// <summary>All is mended; or what is not is carried over to the next cycle.</summary>
    public Result ReportRemedies(RemediesInput input, bool carriesOver, CaseContext context)
    {
        var mayStayOpen = carriesOver || input.IsStub();
        if ((WhyNotFollowing(context) ?? WhyNotProgress(input) ?? (mayStayOpen ? null : WhyNotDone(input))) is { } refusal)
        {
            return refusal;
        }

        Note(input);
        if (carriesOver)
        {
            CarryOver(context);
        }

        RemediesReport = input.Report ?? "";
        return Done();
    }

    private static bool IsOf(ReviewRemedy carried, ReviewSubjectType type) =>
        (carried.OfIndividual == true) == (type == ReviewSubjectType.Individual);

    // What an earlier cycle left over is followed whatever became of the proposals of this one.
    private Refusal? WhyNotFollowing(CaseContext context) =>
        Status is ReviewProposalStatus.Concluded or ReviewProposalStatus.NotPassed ? context.WhyNotSomebody() : NotNow();

    private Refusal? WhyNotProgress(RemediesInput input) =>
        WhyNotRowsOf(input.Followed, ReviewSubjectType.Collective, "followed")
            ?? WhyNotRowsOf(input.IndividualFollowed, ReviewSubjectType.Individual, "individualFollowed");

    private Refusal? WhyNotRowsOf(RemedyProgress[]? rows, ReviewSubjectType type, string path)
    {
        var (numbers, count) = ((rows ?? []).Select(r => r.Item).ToList(), RemediesOf(type).Count);
        if (numbers.FindIndex(n => n is not >= 1 || n > count) is >= 0 and var bad)
        {
            return Refusal.Invalid([new FieldError($"{path}[{bad}].item", "Review.NoSuchRemedy", null, count)]);
        }

        return numbers.FindIndex(n => numbers.IndexOf(n) != numbers.LastIndexOf(n)) is >= 0 and var twice
            ? Refusal.Invalid([new FieldError($"{path}[{twice}].item", "Review.TwiceDecided")]) : null;
    }

    // Of each it is said that it is done, now or before.
    private Refusal? WhyNotDone(RemediesInput input) =>
        WhyNotDone(input.Followed, ReviewSubjectType.Collective, "followed")
            ?? WhyNotDone(input.IndividualFollowed, ReviewSubjectType.Individual, "individualFollowed");

    private Refusal? WhyNotDone(RemedyProgress[]? rows, ReviewSubjectType type, string path)
    {
        var said = (rows ?? []).ToDictionary(r => r.Item!.Value, r => r);
        var open = RemediesOf(type).Select((r, i) => (Remedy: r, Number: i + 1))
            .Where(r => !(said.TryGetValue(r.Number, out var now) ? now.State == RemedyState.Done : r.Remedy.IsDone()))
            .Select(r => r.Number).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var at = Array.FindIndex(rows ?? [], r => r.Item == open[0]);
        return Refusal.Invalid([new FieldError(at < 0 ? path : $"{path}[{at}].state", "Review.RemedyOpen", "Đ5.6", open[0])]);
    }

    private void Note(RemediesInput input)
    {
        Note(input.Followed, ReviewSubjectType.Collective);
        Note(input.IndividualFollowed, ReviewSubjectType.Individual);
    }

    private void Note(RemedyProgress[]? rows, ReviewSubjectType type)
    {
        var said = (rows ?? []).ToDictionary(r => r.Item!.Value, r => r);
        var number = 0;
        ReviewRemedy Next(ReviewRemedy remedy) => said.TryGetValue(++number, out var now) ? remedy.With(now) : remedy;
        foreach (var suggestion in Suggestions.Where(s => s.SubjectType == type))
        {
            suggestion.NoteRemedies([.. suggestion.Remedies.Select(Next)]);
        }

        _carried = [.. _carried.Select(r => IsOf(r, type) ? Next(r) : r)];
    }

    private void CarryOver(CaseContext context)
    {
        static ReviewRemedy Left(ReviewRemedy remedy) => remedy.IsDone() ? remedy : remedy with { State = RemedyState.CarriedOver };
        foreach (var suggestion in _suggestions.Where(s => s.Remedies.Any(r => !r.IsDone())))
        {
            suggestion.NoteRemedies(suggestion.Remedies.Select(Left));
            suggestion.ChangeTo(SuggestionStatus.CarriedOver, null, null, context);
        }

        _carried = [.. _carried.Select(Left)];
    }
}
