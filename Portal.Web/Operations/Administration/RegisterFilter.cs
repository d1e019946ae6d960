namespace Portal.Web.Operations.Administration;

/// <param name="Sort">Key of the column; empty for the list's own order.</param>
/// <param name="Page">From 0.</param>
public sealed record RegisterFilter(
    string Search = "", bool WithEnded = false, string Sort = "", bool IsDescending = false, int Page = 0, int PageSize = 25);
