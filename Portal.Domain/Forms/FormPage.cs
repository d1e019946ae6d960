namespace Portal.Domain.Forms;

/// <summary>One page of a form, about one topic.</summary>
public sealed record FormPage(string Key, string? Clause, params FormField[] Fields);
