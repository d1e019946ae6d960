namespace Portal.Domain.Reviews;

/// <summary>What a form names of individuals: kept beside it, Restricted .</summary>
public sealed record ApartRecord;
