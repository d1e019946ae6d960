namespace Portal.Web.Api;

public sealed record MeAnswer(
    string PersonId, string Name, string Position, IReadOnlyList<string> Roles, IReadOnlyList<GroupAnswer> Groups);
