using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Lists;

namespace Portal.Tests.Scenarios;

/// <summary>Views of lists, kept by name: each person one's own.</summary>
public class SavedViewTests
{
    private const string Query = "tinh-trang=Open&sap=-Number&cot=Number,What";

    [Fact]
    public async Task A_view_is_its_owners_alone()
    {
        await using var portal = await TestPortal.CreateAsync();
        var views = portal.Services.GetRequiredService<SavedViews>();
        var (mine, other) = (portal.Person(Trips.Member), portal.Person(Trips.Lead));
        Assert.True((await views.SaveAsync(mine, "cases", " Đang  mở ", Query)).IsSuccess);
        var saved = Assert.Single(await views.MineAsync(mine, "cases"));
        Assert.Equal((Query, Trips.Member), (saved.Query, saved.PersonId));
        Assert.Empty(await views.MineAsync(mine, "audit"));
        Assert.Empty(await views.MineAsync(other, "cases"));

        Assert.Equal(RefusalKind.NotFound, (await views.DeleteAsync(other, saved.Id)).Refusal!.Kind);
        Assert.Single(await views.MineAsync(mine, "cases"));
        Assert.True((await views.DeleteAsync(mine, saved.Id)).IsSuccess);
        Assert.Empty(await views.MineAsync(mine, "cases"));
    }

    [Fact]
    public async Task A_name_is_needed_is_replaced_by_its_like_and_there_are_only_so_many()
    {
        await using var portal = await TestPortal.CreateAsync();
        var views = portal.Services.GetRequiredService<SavedViews>();
        var me = portal.Person(Trips.Member);
        Assert.Equal("View.NoName", (await views.SaveAsync(me, "cases", "  ", Query)).Refusal!.Fields[0].Code);
        Assert.Equal("Common.TooLong", (await views.SaveAsync(me, "cases", new string('x', 61), Query)).Refusal!.Fields[0].Code);
        Assert.Equal("Common.TooLong", (await views.SaveAsync(me, "cases", "x", new string('x', 401))).Refusal!.Fields[0].Code);

        Assert.True((await views.SaveAsync(me, "cases", "Đang mở", Query)).IsSuccess);
        Assert.True((await views.SaveAsync(me, "cases", "đang MỞ", "sap=Number")).IsSuccess);
        Assert.Equal("sap=Number", Assert.Single(await views.MineAsync(me, "cases")).Query);

        for (var i = 1; i < SavedViews.Most; i++)
        {
            Assert.True((await views.SaveAsync(me, "cases", $"Cách {i}", Query)).IsSuccess);
        }

        Assert.Equal("View.TooMany", (await views.SaveAsync(me, "cases", "Thêm một", Query)).Refusal!.Code);
        Assert.True((await views.SaveAsync(me, "audit", "Thêm một", Query)).IsSuccess);
    }

    [Fact]
    public async Task What_somebody_called_a_view_lies_sealed()
    {
        await using var portal = await TestPortal.CreateAsync();
        var views = portal.Services.GetRequiredService<SavedViews>();
        Assert.True((await views.SaveAsync(portal.Person(Trips.Member), "cases", "Việc của xã Bàu Trâm", Query)).IsSuccess);
        var stored = await portal.ReadAsync(db =>
            db.Database.SqlQuery<string>($"SELECT \"Name\" AS \"Value\" FROM \"SavedViews\"").SingleAsync());
        Assert.DoesNotContain("Bàu", stored, StringComparison.Ordinal);
    }
}
