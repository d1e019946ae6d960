namespace Portal.Domain.Forms;

/// <summary>One topic a page.</summary>
public sealed record FormPage(string Key, string? Clause, params FormField[] Fields);
