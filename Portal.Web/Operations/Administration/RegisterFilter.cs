namespace Portal.Web.Operations.Administration;

public sealed record RegisterFilter(string Search = "", bool WithEnded = false, int Page = 0, int PageSize = 25);
