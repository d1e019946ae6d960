namespace Portal.Web.Operations.Forms;

public sealed record Option(string Value, string Label);
