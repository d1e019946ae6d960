using Portal.Domain.Areas;
using Portal.Domain.Common;

namespace Portal.Domain.Administration;

/// <summary>
/// What an administrator asks to be changed of the organisation (Đ2.1, R-ORG-07), until a leader has approved it; then what it takes to
/// undo it.
/// </summary>
public sealed class OrganisationRequest
{
    /// <summary>So long it may be taken back after it was carried out.</summary>
    public const int HoursToTakeBack = 24;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Key of the act.</summary>
    public required string Act { get; init; }

    /// <summary>The row that it is done to; empty for one of the whole list.</summary>
    public required string RowId { get; init; }

    /// <summary>The form as it was sent, as JSON.</summary>
    public required string Form { get; init; }

    /// <summary>Each row that it changes, as it was shown to whoever asked; JSON.</summary>
    public required string Shown { get; init; }

    public required string AskedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>What the leader was told with it; may be empty.</summary>
    public string Word { get; init; } = "";

    public OrganisationRequestState State { get; private set; }

    /// <summary>The leader who approved or returned it; whoever did it at once, where no leader had to.</summary>
    public string? DecidedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>What was said to it; the reason where it was returned.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>What was stored, row by row, as JSON; empty until it is carried out.</summary>
    public string Trace { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? TakenBackAt { get; private set; }

    public string? TakenBackById { get; private set; }

    /// <summary>Null when this person may approve it or return it now: a leader of today who has not asked for it.</summary>
    public Refusal? WhyNotDecidable(string personId, OrganisationDirectory directory, DateOnly today)
    {
        if (!directory.IsLeader(personId, today))
        {
            return Refusal.Forbidden;
        }

        if (personId == AskedById)
        {
            return OrganisationRequestRefusals.OwnRequest;
        }

        return State == OrganisationRequestState.Asked ? null : OrganisationRequestRefusals.NotOpen;
    }

    /// <summary>Null when the person may take it back now: an administrator, or the leader who approved it, within a day.</summary>
    public Refusal? WhyNotTakenBack(string personId, bool isAdministrator, DateTime now)
    {
        if (!isAdministrator && personId != DecidedById)
        {
            return Refusal.Forbidden;
        }

        if (State != OrganisationRequestState.Approved)
        {
            return OrganisationRequestRefusals.NotCarriedOut;
        }

        return DecidedAt!.Value.AddHours(HoursToTakeBack) < now ? OrganisationRequestRefusals.TooLate(HoursToTakeBack) : null;
    }

    /// <summary>It is carried out in the same operation; the caller has asked <see cref="WhyNotDecidable"/>.</summary>
    /// <param name="trace">What is stored with it.</param>
    public Result Approve(string personId, string words, string trace, DateTime now)
    {
        if (State != OrganisationRequestState.Asked)
        {
            return OrganisationRequestRefusals.NotOpen;
        }

        (State, DecidedById, DecidedAt, Answer, Trace) = (OrganisationRequestState.Approved, personId, now, words, trace);
        return Result.Ok;
    }

    public Result Return(string personId, string reason, DateTime now)
    {
        if (State != OrganisationRequestState.Asked)
        {
            return OrganisationRequestRefusals.NotOpen;
        }

        (State, DecidedById, DecidedAt, Answer) = (OrganisationRequestState.Returned, personId, now, reason);
        return Result.Ok;
    }

    /// <summary>Only by whoever asked, while nobody has decided.</summary>
    public Result Withdraw(string personId, DateTime now)
    {
        if (personId != AskedById)
        {
            return Refusal.Forbidden;
        }

        if (State != OrganisationRequestState.Asked)
        {
            return OrganisationRequestRefusals.NotOpen;
        }

        (State, DecidedAt) = (OrganisationRequestState.Withdrawn, now);
        return Result.Ok;
    }

    public Result TakeBack(string personId, bool isAdministrator, DateTime now)
    {
        if (WhyNotTakenBack(personId, isAdministrator, now) is { } refusal)
        {
            return refusal;
        }

        (State, TakenBackAt, TakenBackById) = (OrganisationRequestState.TakenBack, now, personId);
        return Result.Ok;
    }
}
