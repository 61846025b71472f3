from django.apps import AppConfig


class InventoryConfig(AppConfig):
    name = "vagvisare.inventory"
    label = "inventory"
