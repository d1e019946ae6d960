namespace Portal.Web.Documents;

/// <param name="Value">Texts, whole numbers and instants of local time keep their kind; whatever else is written as text.</param>
/// <param name="IsTotalled">Its numbers are added up below the last row.</param>
internal sealed record SheetColumn<T>(string Heading, Func<T, object?> Value, bool IsTotalled = false);
