using Portal.Domain.Common;

namespace Portal.Web.Setup;

public sealed record DemoAccount(string PersonId, string Login, string Name, LocalText What);
