using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.ReportItems;

namespace Portal.Domain.FieldTrips;

/// <content>Về báo công: the report on the trip, its review and the end of the case.</content>
public sealed partial class FieldTrip
{
    /// <summary>Step 9, báo công. Late needs a reason (E-T6).</summary>
    public Result SubmitResult(TripResultInput input, CaseContext context)
    {
        if (Status is not (FieldTripStatus.AwaitingResult or FieldTripStatus.ResultReturned))
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        var errors = new List<FieldError>();
        errors.AddRange(AskedOfResult(input.IsStub(), context)
            .Where(e => string.IsNullOrWhiteSpace(e.Path == "lateReason" ? input.LateReason : input.Deviations)));

        if (VietnamTime.ToUtc(input.ActualTo!.Value) > context.Now)
        {
            errors.Add(new FieldError("actualTo", "Common.InFuture"));
        }

        // what takes over a part that judges people is as confidential.
        if (ConfidentialParts.Length > 0 && input.ConcernsPersonnel != true && !input.IsStub())
        {
            errors.Add(new FieldError("concernsPersonnel", "Trip.PartConcernsPersonnel", "Đ4.1-3",
                string.Join(", ", ConfidentialParts.Split(',').Select(context.Directory.NameOf))));
        }

        CheckAreas(errors, "met", input.Met?.Select(m => m.AreaId));
        CheckAreas(errors, "situation", input.Situation?.Select(s => s.AreaId));
        CheckAreas(errors, "items", input.Items?.Select(i => i.AreaId));
        CheckAreas(errors, "issues", input.Issues?.Select(i => i.AreaId));
        var unreported = input.IsStub() ? [] : AreaIds.Where(a => input.Situation!.All(s => s.AreaId != a)).ToList();
        if (unreported.Count > 0)
        {
            errors.Add(
                new FieldError(
                    "situation", "Trip.AreaWithoutPart", "Đ5.1", string.Join(", ", unreported.Select(context.Directory.AreaName))));
        }

        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        Result = input;
        IsLateResult |= IsResultLate(context);
        Status = FieldTripStatus.ResultSubmitted;
        return Done();
    }

    /// <summary>What the report has to say of how the trip went, as it is refused where it does not (E-T4, E-T6).</summary>
    public IEnumerable<FieldError> AskedOfResult(bool isStub, CaseContext context)
    {
        if (IsResultLate(context) && !isStub)
        {
            yield return new FieldError("lateReason", "Trip.LateResultReason", "Đ7.A.5", ResultDueAt);
        }

        if (IsChanged && !isStub)
        {
            yield return new FieldError("deviations", "Trip.DeviationsRequired", "Đ8.1");
        }
    }

    private bool IsResultLate(CaseContext context) => Status == FieldTripStatus.AwaitingResult && context.Now > ResultDueAt;

    /// <summary>Who added a part that judges people: ids between commas.</summary>
    public string ConfidentialParts { get; private set; } = "";

    /// <summary>Step 9: one of those who went adds a part, which the trip's leader takes over into the report.</summary>
    public Result AddPart(TripResultPartInput input, CaseContext context)
    {
        if (Status is not (FieldTripStatus.AwaitingResult or FieldTripStatus.ResultReturned))
        {
            return NotNow();
        }

        if (WhyNotOfTrip(context) is { } stranger)
        {
            return stranger;
        }

        var errors = new List<FieldError>();
        CheckAreas(errors, "met", input.Met?.Select(m => m.AreaId));
        CheckAreas(errors, "situation", input.Situation?.Select(s => s.AreaId));
        if (errors.Count > 0)
        {
            return Refusal.Invalid(errors);
        }

        var others = ConfidentialParts.Split(',', StringSplitOptions.RemoveEmptyEntries).Where(p => p != context.PrincipalId);
        ConfidentialParts = string.Join(',', input.ConcernsPersonnel == true ? others.Append(context.PrincipalId) : others);
        return Done();
    }

    public Result RequestSupplement(CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        (Status, ForwardedToHead) = (FieldTripStatus.ResultReturned, false);
        return Done();
    }

    public Result ForwardToHead(CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        ForwardedToHead = true;
        return Done();
    }

    public Result AcknowledgeResult(CaseContext context)
    {
        if (WhyNotReviewable(context) is { } refusal)
        {
            return refusal;
        }

        ResultAcknowledged = true;
        return Done();
    }

    public Refusal? WhyNotReviewable(CaseContext context)
    {
        if (Status != FieldTripStatus.ResultSubmitted || ResultAcknowledged)
        {
            return NotNow();
        }

        return WhyNotOfLeader(context) ?? WhyNotForwarded(context);
    }

    /// <summary>Internal matters (Đ5.3) of one that has ended as it should: each is a case of its own from then on (S-03).</summary>
    public IEnumerable<RaisedIssue> IssuesRaised() => Status != FieldTripStatus.Closed
        ? []
        : (Result?.Issues ?? []).Select((issue, i) => new RaisedIssue(i + 1, issue, TripLeaderId, VietnamTime.DayOf(DepartsAt)));

    /// <summary>Step 11. R-TRIP-05 [Q]: only with an acknowledged result. What the report marked is made exactly once.</summary>
    public Result<AreaRecords> Close(ResultReviewInput? review, CaseContext context)
    {
        if (IsEnded)
        {
            return NotNow();
        }

        if (Check("R-TRIP-05", context) is { } refusal)
        {
            return refusal;
        }

        Status = FieldTripStatus.Closed;
        Done();
        return TripRecords.From(this, review, context);
    }
}
