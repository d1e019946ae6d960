using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>One line of RP-16: a suggestion that was issued, or a remedy of it, and how far it is.</summary>
/// <param name="Number">Of the case.</param>
/// <param name="Text">What was suggested; empty for a remedy that an earlier cycle left.</param>
/// <param name="Status">Of the suggestion; null for a remedy that an earlier cycle left.</param>
/// <param name="Remedy">Null where no remedy was named yet.</param>
public sealed record FollowedSuggestion(
    Guid CaseId, string AreaId, string GroupId, string Number, bool IsOfIndividual, string Text, SuggestionStatus? Status,
    ReviewRemedy? Remedy)
{
    /// <summary>Somebody still has to do something.</summary>
    public bool IsOpen => Remedy is { State: not (RemedyState.Done or RemedyState.CarriedOver) } || (Remedy is null && Status is
        SuggestionStatus.Approved or SuggestionStatus.ApprovedWithChange or SuggestionStatus.Issued);

    public bool IsLate(DateOnly today) => IsOpen && Remedy?.By < today;
}
