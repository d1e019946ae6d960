using MudBlazor;

namespace Portal.Web.Processes.Feedback;

/// <summary>S-12: góp ý Quy chế (Đ13.3).</summary>
public sealed class FeedbackModule : ProcessModule
{
    /// <summary>The register: by clause, what people wrote and what became of it.</summary>
    public const string RegisterPage = "/gop-y-quy-che";

    public override void AddServices(IServiceCollection services) => services.AddSingleton<FeedbackRegister>();

    public override IEnumerable<MenuEntry> Menu => [new(72, RegisterPage, Icons.Material.Filled.RateReview, "Feedback.Title")];
}
