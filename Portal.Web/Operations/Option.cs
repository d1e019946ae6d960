namespace Portal.Web.Operations;

public sealed record Option(string Value, string Label);
