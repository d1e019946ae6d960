namespace Portal.Domain.Cases;

/// <summary>
/// Of this form most readers of the case see only what was written for them; the whole is for its author, the group's lead, the leaders in
/// charge, the head, and whoever stands in for one of these. Others do not learn that there is more.
/// </summary>
/// <param name="FormKey">Key of the form.</param>
/// <param name="Fields">Names of the fields that every reader of the case sees.</param>
public sealed record AudienceShare(string FormKey, IReadOnlyList<string> Fields);
