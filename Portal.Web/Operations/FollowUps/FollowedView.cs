using Portal.Domain.FollowUps;

namespace Portal.Web.Operations.FollowUps;

/// <summary>One record with all that became of it.</summary>
/// <param name="Row">Its words, also where it is Restricted.</param>
/// <param name="Acts">What the person may do with it now.</param>
/// <param name="CaseNumber">Number of the case that it came of, for who may know of that; null otherwise.</param>
/// <param name="ActingFor">In whose place the person would act; null in their own right.</param>
public sealed record FollowedView(
    FollowedRecord Record, FollowedRow Row, IReadOnlyList<FollowUpAct> Acts, string? CaseNumber, string? ActingFor);
