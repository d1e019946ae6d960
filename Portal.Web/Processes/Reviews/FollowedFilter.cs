namespace Portal.Web.Processes.Reviews;

/// <summary>What RP-16 is narrowed to.</summary>
/// <param name="GroupId">Empty for all.</param>
/// <param name="Progress">Null for all.</param>
/// <param name="WithIndividuals">Suggestions about individuals, too, for who reads them .</param>
public sealed record FollowedFilter(string GroupId = "", FollowedProgress? Progress = null, bool WithIndividuals = false);
