namespace Portal.Web.Api;

public sealed record ActionAnswer(string Key, string Label, bool CommentRequired, string? FormKey);
